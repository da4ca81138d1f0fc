package dev.barista.node.fs;

import dev.barista.node.permission.Permission;

/** A step of a compound operation that there was no permission for: JavaScript gets the error. */
record Denied(Permission permission, byte[] path) implements Result {
    @Override
    public Object toJs(Values values) {
        return values.denied(permission, path);
    }
}
