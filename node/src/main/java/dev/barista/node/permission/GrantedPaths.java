package dev.barista.node.permission;

import dev.barista.node.posix.FileStatus;
import dev.barista.node.posix.PathBytes;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * A set of paths: those that are named, and those that begin as one that ends with {@code *}. Immutable; any thread.
 *
 * <p>Paths in it are absolute and {@linkplain PathBytes#normal normal}, and each char is a byte of theirs: bytes that are no UTF-8 must
 * not all look alike.
 */
final class GrantedPaths {
    private static final String EVERY = "*";

    private final Set<String> exact = new HashSet<>();
    /** None of them begins with another, so that at most one can match. */
    private final NavigableSet<String> beginnings = new TreeSet<>();

    private GrantedPaths() { }

    static GrantedPaths none() {
        return new GrantedPaths();
    }

    /**
     * The paths that options name. {@code *} is every path; what stands before a {@code *} is a beginning; a directory that is there is
     * all in it, too.
     */
    static GrantedPaths of(Collection<String> patterns, String cwd) {
        GrantedPaths paths = new GrantedPaths();
        for (String pattern : patterns) paths.add(pattern, cwd);
        return paths;
    }

    /** These, and those of the patterns. */
    GrantedPaths and(Collection<String> patterns, String cwd) {
        GrantedPaths paths = new GrantedPaths();
        paths.exact.addAll(exact);
        paths.beginnings.addAll(beginnings);
        for (String pattern : patterns) paths.add(pattern, cwd);
        return paths;
    }

    private void add(String pattern, String cwd) {
        if (pattern.equals(EVERY)) {
            addBeginning("");
            return;
        }
        String named = pattern.isEmpty() ? cwd : pattern;
        byte[] path = withoutSlash(PathBytes.normal(PathBytes.absolute(PathBytes.encode(named), cwd)));
        String text = text(path);
        int star = text.indexOf('*');
        if (star >= 0) addBeginning(text.substring(0, star));
        else if (isDirectory(path)) addBeginning(text.endsWith("/") ? text : text + "/");
        else exact.add(text);
    }

    private void addBeginning(String beginning) {
        String shorter = beginnings.floor(beginning);
        if (shorter != null && beginning.startsWith(shorter)) return;
        beginnings.tailSet(beginning, true).removeIf(longer -> longer.startsWith(beginning));
        beginnings.add(beginning);
    }

    private static boolean isDirectory(byte[] path) {
        long[] status = new long[FileStatus.LENGTH];
        return FileStatus.stat(path, status) == 0 && FileStatus.type(status) == FileStatus.S_IFDIR;
    }

    /** Whether it is among them; {@code /home/a/*} has {@code /home/a}, too. @param path absolute and normal */
    boolean has(byte[] path) {
        return has(text(withoutSlash(path)));
    }

    private boolean has(String path) {
        if (exact.contains(path)) return true;
        String directory = path + "/";
        String beginning = beginnings.floor(directory);
        return beginning != null && directory.startsWith(beginning);
    }

    /** Whether every path is. */
    boolean all() {
        return beginnings.contains("");
    }

    /** Those that are in both. */
    GrantedPaths within(GrantedPaths other) {
        GrantedPaths both = new GrantedPaths();
        both.addWithin(this, other);
        both.addWithin(other, this);
        return both;
    }

    private void addWithin(GrantedPaths from, GrantedPaths other) {
        for (String path : from.exact) if (other.has(path)) exact.add(path);
        for (String beginning : from.beginnings) {
            String shorter = other.beginnings.floor(beginning);
            if (shorter != null && beginning.startsWith(shorter)) addBeginning(beginning);
        }
    }

    /** Patterns that name them. */
    List<String> patterns() {
        List<String> patterns = new ArrayList<>();
        for (String path : exact) patterns.add(name(path));
        for (String beginning : beginnings) patterns.add(name(beginning) + EVERY);
        return patterns;
    }

    private static byte[] withoutSlash(byte[] path) {
        boolean slash = path.length > 1 && path[path.length - 1] == '/';
        return slash ? java.util.Arrays.copyOf(path, path.length - 1) : path;
    }

    private static String text(byte[] path) {
        return new String(path, StandardCharsets.ISO_8859_1);
    }

    private static String name(String text) {
        return PathBytes.decode(text.getBytes(StandardCharsets.ISO_8859_1));
    }
}
