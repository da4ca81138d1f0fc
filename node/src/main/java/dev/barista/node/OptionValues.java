package dev.barista.node;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The options a program runs with. Not thread-safe while it is filled; constant afterwards. */
public final class OptionValues {
    private final Map<Option, List<String>> given = new EnumMap<>(Option.class);

    /** Adds a value; for all but lists the last one counts. */
    public OptionValues put(Option option, String value) {
        List<String> values = given.computeIfAbsent(option, o -> new ArrayList<>());
        if (option.kind() != Option.Kind.LIST) values.clear();
        values.add(value);
        return this;
    }

    /** The same, but for some that are as if they had not been given. */
    public OptionValues without(Option... dropped) {
        OptionValues copy = new OptionValues();
        given.forEach((option, values) -> copy.given.put(option, new ArrayList<>(values)));
        for (Option option : dropped) copy.given.remove(option);
        return copy;
    }

    public boolean isGiven(Option option) {
        return given.containsKey(option);
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
}
