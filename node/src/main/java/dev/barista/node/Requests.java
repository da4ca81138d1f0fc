package dev.barista.node;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The operations that are under way and will call back once, counted by type. Loop thread only. */
final class Requests {
    private final Map<String, Integer> counts = new LinkedHashMap<>();

    void begin(String type) {
        counts.merge(type, 1, Integer::sum);
    }

    void end(String type) {
        counts.merge(type, -1, Integer::sum);
    }

    /** The type of each. */
    List<String> types() {
        List<String> types = new ArrayList<>();
        counts.forEach((type, count) -> types.addAll(Collections.nCopies(count, type)));
        return types;
    }
}
