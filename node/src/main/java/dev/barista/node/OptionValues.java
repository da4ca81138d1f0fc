package dev.barista.node;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The options a program runs with. Not thread-safe while it is filled; constant afterwards. */
public final class OptionValues {
    private final Map<Option, List<String>> given = new EnumMap<>(Option.class);
    private final List<EnvFiles.EnvFile> envFiles = new ArrayList<>();

    /** Adds a value; for all but lists the last one counts. */
    public OptionValues put(Option option, String value) {
        List<String> values = given.computeIfAbsent(option, o -> new ArrayList<>());
        if (option.kind() != Option.Kind.LIST) values.clear();
        values.add(value);
        if (option == Option.ENV_FILE || option == Option.ENV_FILE_IF_EXISTS) envFiles.add(new EnvFiles.EnvFile(value, option == Option.ENV_FILE));
        return this;
    }

    /** The same, but for some that are as if they had not been given. */
    public OptionValues without(Option... dropped) {
        OptionValues copy = new OptionValues();
        given.forEach((option, values) -> copy.given.put(option, new ArrayList<>(values)));
        copy.envFiles.addAll(envFiles);
        copy.remove(dropped);
        return copy;
    }

    /** Makes some be as if they had not been given. */
    void remove(Option... dropped) {
        for (Option option : dropped) given.remove(option);
    }

    public boolean isGiven(Option option) {
        return given.containsKey(option);
    }

    public boolean isAnyGiven(Set<Option> options) {
        return !Collections.disjoint(given.keySet(), options);
    }

    public boolean is(Option flag) {
        return Boolean.parseBoolean(string(flag));
    }

    /** The value as text, or {@code null} where there is none. */
    public String string(Option option) {
        List<String> values = given.get(option);
        return values == null ? option.fallback() : values.getLast();
    }

    public int integer(Option option) {
        return Integer.parseInt(string(option));
    }

    public List<String> list(Option option) {
        return given.getOrDefault(option, List.of());
    }

    /** The files of environment variables, in the order in which they were given. */
    public List<EnvFiles.EnvFile> envFiles() {
        return List.copyOf(envFiles);
    }
}
