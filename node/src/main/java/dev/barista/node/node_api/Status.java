package dev.barista.node.node_api;

import java.util.List;

/** The numbers that Node-API's functions return, {@code napi_status}, and what they say. */
final class Status {
    static final int OK = 0;
    static final int INVALID_ARG = 1;
    static final int OBJECT_EXPECTED = 2;
    static final int STRING_EXPECTED = 3;
    static final int NAME_EXPECTED = 4;
    static final int FUNCTION_EXPECTED = 5;
    static final int NUMBER_EXPECTED = 6;
    static final int BOOLEAN_EXPECTED = 7;
    static final int ARRAY_EXPECTED = 8;
    static final int GENERIC_FAILURE = 9;
    static final int PENDING_EXCEPTION = 10;
    static final int CANCELLED = 11;
    static final int ESCAPE_CALLED_TWICE = 12;
    static final int HANDLE_SCOPE_MISMATCH = 13;
    static final int CALLBACK_SCOPE_MISMATCH = 14;
    static final int QUEUE_FULL = 15;
    static final int CLOSING = 16;
    static final int BIGINT_EXPECTED = 17;
    static final int DATE_EXPECTED = 18;
    static final int ARRAYBUFFER_EXPECTED = 19;
    static final int DETACHABLE_ARRAYBUFFER_EXPECTED = 20;
    static final int CANNOT_RUN_JS = 23;

    /** What {@code napi_get_last_error_info} says of each from 1 on. */
    private static final List<String> MESSAGES = List.of("Invalid argument", "An object was expected", "A string was expected",
            "A string or symbol was expected", "A function was expected", "A number was expected", "A boolean was expected",
            "An array was expected", "Unknown failure", "An exception is pending", "The async work item was cancelled",
            "napi_escape_handle already called on scope", "Invalid handle scope usage", "Invalid callback scope usage",
            "Thread-safe function queue is full", "Thread-safe function handle is closing", "A bigint was expected", "A date was expected",
            "An arraybuffer was expected", "A detachable arraybuffer was expected", "Main thread would deadlock",
            "External buffers are not allowed", "Cannot run JavaScript");

    private Status() {}

    /** @param status other than {@link #OK} */
    static String message(int status) {
        return MESSAGES.get(status - 1);
    }
}
