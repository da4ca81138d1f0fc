package dev.barista.node.permission;

import dev.barista.node.Option;
import java.util.Arrays;
import java.util.Optional;

/** The things that a program needs a permission for. Source: Node's documentation, "Permissions". */
public enum Permission {
    //                name in errors     scope        option
    FILE_SYSTEM_READ( "FileSystemRead",  "fs.read",   Option.ALLOW_FS_READ),
    FILE_SYSTEM_WRITE("FileSystemWrite", "fs.write",  Option.ALLOW_FS_WRITE),
    ADDON(            "Addon",           "addon",     Option.ALLOW_ADDONS),
    CHILD_PROCESS(    "ChildProcess",    "child",     Option.ALLOW_CHILD_PROCESS),
    INSPECTOR(        "Inspector",       "inspector", Option.ALLOW_INSPECTOR),
    WASI(             "WASI",            "wasi",      Option.ALLOW_WASI),
    WORKER_THREADS(   "WorkerThreads",   "worker",    Option.ALLOW_WORKER);

    private final String label;
    private final String scope;
    private final Option option;

    Permission(String label, String scope, Option option) {
        this.label = label;
        this.scope = scope;
        this.option = option;
    }

    /** What an error calls it. */
    public String label() {
        return label;
    }

    /** The option that gives it. */
    public Option option() {
        return option;
    }

    /** Whether it is given for paths, not as a whole. */
    public boolean isOfPaths() {
        return option.kind() == Option.Kind.LIST;
    }

    /** The permission that {@code process.permission.has} calls so. */
    static Optional<Permission> ofScope(String scope) {
        return Arrays.stream(values()).filter(permission -> permission.scope.equals(scope)).findFirst();
    }
}
