package dev.barista.node.permission;

import dev.barista.node.EnvironmentOptions;
import dev.barista.node.Option;
import dev.barista.node.OptionValues;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a program may do, as its options have it. Immutable; any thread.
 *
 * @param read the files that it may read
 * @param write those that it may write, make and remove
 * @param others what it may do besides
 * @param options the options that give a child the same
 */
public record Grants(GrantedPaths read, GrantedPaths write, Set<Permission> others, List<String> options) {
    private static final String OPTION = Option.PERMISSION.flag();
    private static final String NODE_OPTIONS = "NODE_OPTIONS=";

    /** What the options grant, and what they name to be read at the start. */
    public static Grants of(EnvironmentOptions start) {
        OptionValues values = start.options();
        String cwd = start.cwd().toString();
        Set<Permission> others = EnumSet.noneOf(Permission.class);
        for (Permission permission : Permission.values()) {
            if (!permission.isOfPaths() && values.is(permission.option())) others.add(permission);
        }
        GrantedPaths read = GrantedPaths.of(values.list(Option.ALLOW_FS_READ), cwd);
        GrantedPaths write = GrantedPaths.of(values.list(Option.ALLOW_FS_WRITE), cwd);
        return new Grants(read.and(startFiles(start), cwd), write, others, options(read, write, others));
    }

    /** The program itself, and what the command line and the environment have the runtime read. */
    private static List<String> startFiles(EnvironmentOptions start) {
        OptionValues values = start.options();
        List<String> files = new ArrayList<>();
        if (start.script() != null && !start.script().equals("-")) {
            files.add(start.script());
            files.addAll(values.list(Option.REQUIRE));
        }
        files.addAll(values.list(Option.ENV_FILE));
        files.addAll(values.list(Option.ENV_FILE_IF_EXISTS));
        Stream.of("NODE_EXTRA_CA_CERTS", "SSL_CERT_FILE").map(start.env()::get).filter(Objects::nonNull).forEach(files::add);
        files.removeIf(file -> file.isEmpty() || file.contains("*"));   // a name, which no pattern may come from
        return files;
    }

    private static List<String> options(GrantedPaths read, GrantedPaths write, Set<Permission> others) {
        List<String> options = new ArrayList<>();
        options.add(OPTION);
        for (String pattern : read.patterns()) options.add(Option.ALLOW_FS_READ.flag() + "=" + pattern);
        for (String pattern : write.patterns()) options.add(Option.ALLOW_FS_WRITE.flag() + "=" + pattern);
        for (Permission other : others) options.add(other.option().flag());
        return Collections.unmodifiableList(options);
    }

    /** What both grant. */
    public Grants within(Grants outer) {
        GrantedPaths bothRead = read.within(outer.read);
        GrantedPaths bothWrite = write.within(outer.write);
        Set<Permission> both = EnumSet.copyOf(others);
        both.retainAll(outer.others);
        return new Grants(bothRead, bothWrite, both, options(bothRead, bothWrite, both));
    }

    /** Whether every file may be read and written. */
    boolean allPaths() {
        return read.all() && write.all();
    }

    GrantedPaths paths(Permission permission) {
        return permission == Permission.FILE_SYSTEM_READ ? read : write;
    }

    /**
     * A child's environment variables, {@code NAME=value} each, with which a program of this runtime has these permissions: by
     * {@code NODE_OPTIONS}, unless it is given permissions of its own.
     *
     * @param arguments the child's
     */
    public List<String> inherited(List<String> arguments, List<String> variables) {
        if (arguments.contains(OPTION)) return variables;
        List<String> words = options.stream().map(Grants::quoted).toList();
        List<String> all = new ArrayList<>(variables);
        for (int i = 0; i < all.size(); i++) {
            if (!all.get(i).startsWith(NODE_OPTIONS)) continue;
            String given = all.get(i).substring(NODE_OPTIONS.length());
            if (!given.contains(OPTION)) all.set(i, NODE_OPTIONS + (given.isBlank() ? "" : given + " ") + String.join(" ", words));
            return all;
        }
        all.add(NODE_OPTIONS + String.join(" ", words));
        return all;
    }

    private static String quoted(String word) {
        boolean plain = word.indexOf(' ') < 0 && word.indexOf('"') < 0;
        return plain ? word : '"' + word.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
