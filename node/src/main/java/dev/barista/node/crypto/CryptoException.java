package dev.barista.node.crypto;

import dev.barista.engine.Js;
import dev.barista.engine.JsException;
import dev.barista.engine.JsObject;
import dev.barista.node.Environment;
import java.util.Arrays;
import java.util.stream.Stream;

/**
 * What was wrong with an operation, to be thrown in JavaScript or given to a callback: an error of OpenSSL's, one of Node's table, or a
 * plain text. Made on any thread; no frames of Java. It never carries a secret.
 */
final class CryptoException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient OpenSslError error;
    private final transient OpenSslError[] queue;
    private final String code;
    private final transient Object[] arguments;

    CryptoException(OpenSslError error, OpenSslError... before) {
        super(error.message(), null, false, false);
        this.error = error;
        this.queue = before;
        this.code = null;
        this.arguments = null;
    }

    private CryptoException(String message, String code, Object... arguments) {
        super(message, null, false, false);
        this.error = null;
        this.queue = null;
        this.code = code;
        this.arguments = arguments;
    }

    /** An Error without a code. */
    static CryptoException plain(String message) {
        return new CryptoException(message, null);
    }

    /** An error of the table of Node's, {@code internal/errors/table.js}. */
    static CryptoException coded(String code, Object... arguments) {
        return new CryptoException(code, code, arguments);
    }

    /** An error of that code whose words are not the table's; {@code kind} says the class. */
    static CryptoException worded(Kind kind, String code, String message) {
        return new CryptoException(message, code, kind);
    }

    /** JavaScript's classes of errors. */
    enum Kind { ERROR, TYPE_ERROR, RANGE_ERROR }

    /** The error as JavaScript's. Loop thread only. */
    JsObject toJs(Environment env) {
        if (arguments != null && arguments.length > 0 && arguments[0] instanceof Kind kind) return worded(env, kind);
        if (code != null) return env.builtins().requireObject("internal/errors").function(code).construct(arguments);
        JsObject object = Js.object(env.realm().error(getMessage()).value());
        if (error == null) return object;
        if (queue.length > 0) {
            Stream<String> messages = Stream.concat(Arrays.stream(queue), Stream.of(error)).map(OpenSslError::message);
            object.set("opensslErrorStack", env.realm().array(messages.toArray()));
        }
        object.set("library", error.library());
        object.set("reason", error.reason());
        object.set("code", error.code());
        return object;
    }

    private JsObject worded(Environment env, Kind kind) {
        JsException error = switch (kind) {
            case ERROR -> env.realm().error(getMessage());
            case TYPE_ERROR -> env.realm().typeError(getMessage());
            case RANGE_ERROR -> env.realm().rangeError(getMessage());
        };
        JsObject object = Js.object(error.value());
        object.set("code", code);
        return object;
    }

    JsException thrown(Environment env) {
        return JsException.thrown(toJs(env));
    }
}
