package dev.barista.node.permission;

import dev.barista.engine.Js;
import dev.barista.engine.JsException;
import dev.barista.engine.JsObject;
import dev.barista.node.Environment;
import dev.barista.node.posix.PathBytes;
import java.nio.file.Path;

/**
 * The permissions of one environment: what it may do, and the errors for what it may not. An environment without them may do everything.
 * Loop thread only, but for {@link #has}.
 *
 * <p>Paths are judged by their text, once dots are resolved, and what was judged is what the system must be asked for: it would go on from
 * where a link leads, and {@code link/..} be another directory.
 */
public final class Permissions {
    private static final String RESTRICTED = "Access to this API has been restricted";

    private final Environment env;
    private final Grants grants;

    public Permissions(Environment env, Grants grants) {
        this.env = env;
        this.grants = grants;
    }

    public Grants grants() {
        return grants;
    }

    /** Whether it is granted; one of paths: for the working directory. */
    public boolean has(Permission permission) {
        if (!permission.isOfPaths()) return grants.others().contains(permission);
        return grants.paths(permission).has(PathBytes.encode(env.cwd().toString()));
    }

    /** Whether it is granted for a path. Any thread. @param path absolute and {@linkplain PathBytes#normal normal} */
    public boolean has(Permission permission, byte[] path) {
        return grants.paths(permission).has(path);
    }

    /** @throws JsException ERR_ACCESS_DENIED, if it is not granted */
    public void require(Permission permission, String resource) {
        if (!has(permission)) throw denied(permission, resource);
    }

    /**
     * @param path as the program wrote it
     * @return the path to use
     * @throws JsException ERR_ACCESS_DENIED, if it is not granted for it
     */
    public byte[] requireFile(Permission permission, byte[] path) {
        byte[] whole = resolve(path);
        if (!has(permission, whole)) throw denied(permission, PathBytes.decode(path));
        return whole;
    }

    /** The same for a path as text. */
    public Path requireFile(Permission permission, String path) {
        Path whole = env.cwd().resolve(path).normalize();
        if (!has(permission, PathBytes.encode(whole.toString()))) throw denied(permission, path);
        return whole;
    }

    /** From the root, and normal. The empty path, which names nothing, stays empty. */
    public byte[] resolve(byte[] path) {
        return PathBytes.normal(PathBytes.absolute(path, env.cwd().toString()));
    }

    /** The error for what is not granted; it says which option would. */
    public JsException denied(Permission permission, String resource) {
        return denied(RESTRICTED + ". Use " + permission.option().flag() + " to manage permissions.", permission.label(), resource);
    }

    /** The same without the option: what Node says where the permission is not all that stands against it. */
    public JsException deniedPlainly(Permission permission, String resource) {
        return denied(RESTRICTED, permission.label(), resource);
    }

    /** The error for what no permission allows. */
    public JsException denied(String message) {
        return denied(message, "", "");
    }

    private JsException denied(String message, String permission, String resource) {
        JsException exception = env.realm().error(message);
        JsObject error = Js.object(exception.value());
        error.set("code", "ERR_ACCESS_DENIED");
        error.set("permission", permission);
        error.set("resource", resource);
        return exception;
    }
}
