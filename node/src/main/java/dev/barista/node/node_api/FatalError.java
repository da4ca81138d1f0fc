package dev.barista.node.node_api;

import dev.barista.node.posix.Processes;
import dev.barista.node.posix.Signals;
import java.io.FileOutputStream;
import java.io.FileDescriptor;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** {@code napi_fatal_error}: an addon found that it cannot go on. Any thread. */
final class FatalError {
    private FatalError() {}

    /** Says where and why on standard error, and ends the process by SIGABRT. Nothing may be thrown: the caller is native. */
    static void abort(long location, long locationLength, long message, long messageLength) {
        String where = location == 0 ? "" : Strings.text(location, locationLength) + " ";
        String why = message == 0 ? "" : Strings.text(message, messageLength);
        abort("FATAL ERROR: " + where + why + "\n");
    }

    /** As the function does. */
    static void abort(String words) {
        try (OutputStream error = new FileOutputStream(FileDescriptor.err)) {
            error.write(words.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            // Nobody is left to be told.
        }
        Processes.kill(Processes.getpid(), Signals.SIGABRT.number());
        Runtime.getRuntime().halt(134);   // had somebody caught the signal
    }
}
