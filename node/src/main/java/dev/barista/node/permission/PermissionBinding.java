package dev.barista.node.permission;

import dev.barista.engine.Args;
import dev.barista.node.Binding;
import dev.barista.node.Environment;
import dev.barista.node.Exports;
import dev.barista.node.posix.PathBytes;

/** What {@code process.permission} asks. Loop thread only. */
public final class PermissionBinding implements Binding {
    private final Environment env;

    public PermissionBinding(Environment env) {
        this.env = env;
    }

    @Override
    public void define(Exports x) {
        x.fn("has", this::has);
    }

    /** (scope, path as text or bytes, or undefined) → boolean; nothing is granted in a scope that there is not. */
    private Object has(Args a) {
        if (a.string(0).equals("fs")) return env.permissions().grants().allPaths();
        return Permission.ofScope(a.string(0)).map(permission -> has(permission, a)).orElse(false);
    }

    private boolean has(Permission permission, Args a) {
        Permissions permissions = env.permissions();
        if (!permission.isOfPaths() || a.isUndefined(1)) return permissions.has(permission);
        byte[] path = a.isString(1) ? PathBytes.encode(a.string(1)) : a.bytes(1).copy();
        return path.length > 0 && permissions.has(permission, permissions.resolve(path));
    }
}
