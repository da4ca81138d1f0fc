package dev.barista.node.node_api;

import java.util.HashMap;
import java.util.Map;

/** Objects of Java's that addons know by a number, which is never given twice. Loop thread only. */
final class Ids<T> {
    private final Map<Long, T> objects = new HashMap<>();
    private long last;

    /** @return not 0 */
    long add(T object) {
        objects.put(++last, object);
        return last;
    }

    /** {@code null} for a number that is none of theirs. */
    T get(long id) {
        return objects.get(id);
    }

    T remove(long id) {
        return objects.remove(id);
    }
}
