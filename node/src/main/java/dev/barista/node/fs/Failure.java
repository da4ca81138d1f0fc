package dev.barista.node.fs;

import dev.barista.engine.JsObject;

/**
 * A step of a compound operation that failed: JavaScript gets {@code { errno, syscall, path }}.
 *
 * @param path the file it failed on where that is not the operation's own, or {@code null}
 */
record Failure(int errno, String syscall, byte[] path) implements Result {
    Failure(int errno, String syscall) {
        this(errno, syscall, null);
    }

    @Override
    public Object toJs(Values values) {
        JsObject failure = values.realm().object();
        failure.set("errno", errno);
        failure.set("syscall", syscall);
        if (path != null) failure.set("path", values.name(path, false));
        return failure;
    }
}
