package dev.barista.node;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Environment variables that several threads of a program share ({@code SHARE_ENV}), in the order in which they were set. Any thread. */
public final class SharedVariables {
    private final Map<String, String> values;

    public SharedVariables(Map<String, String> initial) {
        values = Collections.synchronizedMap(new LinkedHashMap<>(initial));
    }

    /** @return its value, or {@code null} */
    public String get(String name) {
        return values.get(name);
    }

    public void set(String name, String value) {
        values.put(name, value);
    }

    public void remove(String name) {
        values.remove(name);
    }

    public List<String> names() {
        synchronized (values) {
            return List.copyOf(values.keySet());
        }
    }
}
