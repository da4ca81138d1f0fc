package dev.barista.node.fs;

import static dev.barista.node.permission.Permission.FILE_SYSTEM_READ;
import static dev.barista.node.permission.Permission.FILE_SYSTEM_WRITE;

import dev.barista.engine.Args;
import dev.barista.node.Environment;
import dev.barista.node.permission.Permission;
import dev.barista.node.permission.Permissions;
import dev.barista.node.posix.OpenFlags;
import dev.barista.node.posix.PathBytes;
import java.util.Arrays;

/**
 * Takes paths from calls, for what is to be done there: it refuses those that the program has no permission for, by throwing
 * ERR_ACCESS_DENIED. What it gives is absolute. Loop thread only.
 */
final class Paths {
    private static final int TEMPLATE_LENGTH = "XXXXXX".length();

    private final Environment env;

    Paths(Environment env) {
        this.env = env;
    }

    /** The bytes of a path as the program gave them. */
    static byte[] bytes(Args a, int i) {
        return a.isString(i) ? PathBytes.encode(a.string(i)) : a.bytes(i).copy();
    }

    private byte[] absolute(byte[] path) {
        if (path.length == 0 || path[0] == '/') return path;
        return PathBytes.absolute(path, env.cwd().toString());
    }

    private byte[] permitted(Permission permission, byte[] path) {
        Permissions permissions = env.permissions();
        return permissions == null ? absolute(path) : permissions.requireFile(permission, path);
    }

    private byte[] moved(byte[] path) {
        if (env.permissions() != null) env.permissions().requireFile(FILE_SYSTEM_READ, path);
        return permitted(FILE_SYSTEM_WRITE, path);
    }

    /** Argument {@code i}, a path to read from. */
    byte[] read(Args a, int i) {
        return permitted(FILE_SYSTEM_READ, bytes(a, i));
    }

    /** A path to write to. */
    byte[] written(Args a, int i) {
        return permitted(FILE_SYSTEM_WRITE, bytes(a, i));
    }

    /** A path that what is done takes away, or makes reachable by another: it is read and written. */
    byte[] moved(Args a, int i) {
        return moved(bytes(a, i));
    }

    /** A path whose status is asked for, without following it. */
    byte[] inspected(Args a, int i) {
        byte[] path = bytes(a, i);
        Permissions permissions = env.permissions();
        if (permissions == null) return absolute(path);
        byte[] whole = permissions.resolve(path);
        if (!permissions.has(FILE_SYSTEM_READ, whole)) throw permissions.deniedPlainly(FILE_SYSTEM_READ, PathBytes.decode(path));
        return whole;
    }

    /** A path to open with these flags. */
    byte[] opened(Args a, int i, int flags) {
        if (!OpenFlags.writes(flags)) return read(a, i);
        return OpenFlags.reads(flags) ? moved(a, i) : written(a, i);
    }

    /** The path that a symbolic link is to lead to, as the link is to have it: what is relative would mean another after each move. */
    byte[] target(Args a, int i) {
        byte[] path = bytes(a, i);
        Permissions permissions = env.permissions();
        if (permissions == null) return path;
        if (path.length == 0 || path[0] != '/') throw permissions.denied("relative symbolic link target");
        return moved(path);
    }

    /** The path that a directory's made name begins with. */
    byte[] prefix(Args a, int i) {
        byte[] given = bytes(a, i);
        if (env.permissions() == null) return absolute(given);
        byte[] template = Arrays.copyOf(given, given.length + TEMPLATE_LENGTH);
        Arrays.fill(template, given.length, template.length, (byte) 'X');
        byte[] whole = permitted(FILE_SYSTEM_WRITE, template);
        return Arrays.copyOf(whole, whole.length - TEMPLATE_LENGTH);
    }

    /** Refuses what changes files through descriptors, which were got by other permissions. */
    void requireUnrestricted(String operation) {
        if (env.permissions() != null) throw env.permissions().denied(operation + " API is disabled when Permission Model is enabled.");
    }

    /** How far what reads may go. */
    Reach reading() {
        return reach(FILE_SYSTEM_READ);
    }

    Reach writing() {
        return reach(FILE_SYSTEM_WRITE);
    }

    private Reach reach(Permission permission) {
        return env.permissions() == null ? Reach.ANYWHERE : new Reach(env.permissions(), permission);
    }
}
