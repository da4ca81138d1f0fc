package dev.barista.node;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The operations that are under way and will call back once, counted by type. Loop thread only. */
final class Requests {
    private static final class Count {
        int underWay;
    }

    private final Map<String, Count> counts = new LinkedHashMap<>();

    void begin(String type) {
        counts.computeIfAbsent(type, t -> new Count()).underWay++;
    }

    void end(String type) {
        counts.get(type).underWay--;
    }

    /** The type of each. */
    List<String> types() {
        List<String> types = new ArrayList<>();
        counts.forEach((type, count) -> types.addAll(Collections.nCopies(count.underWay, type)));
        return types;
    }
}
