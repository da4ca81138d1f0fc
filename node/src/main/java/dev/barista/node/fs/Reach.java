package dev.barista.node.fs;

import dev.barista.node.permission.Permission;
import dev.barista.node.permission.Permissions;

/**
 * How far an operation that was permitted on a path may go from there. Any thread.
 *
 * @param permissions the program's, or {@code null} where it may do everything
 * @param permission what the operation needs on each path
 */
record Reach(Permissions permissions, Permission permission) {
    /** Without limits. */
    static final Reach ANYWHERE = new Reach(null, null);

    boolean includes(byte[] path) {
        return permissions == null || permissions.has(permission, path);
    }

    Denied denied(byte[] path) {
        return new Denied(permission, path);
    }
}
