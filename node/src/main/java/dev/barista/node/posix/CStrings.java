package dev.barista.node.posix;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;

/** Strings as the C library takes them: NUL-terminated, in the encoding of paths. Each gives an address that lives as long as its arena. */
final class CStrings {
    private CStrings() { }

    static long one(Arena arena, String value) {
        return Memory.terminated(arena, PathBytes.encode(value));
    }

    /** An array of pointers that ends with a null pointer. */
    static long array(Arena arena, List<String> values) {
        MemorySegment pointers = arena.allocate(8L * (values.size() + 1), 8);
        for (int i = 0; i < values.size(); i++) pointers.setAtIndex(ValueLayout.JAVA_LONG, i, one(arena, values.get(i)));
        return pointers.address();
    }
}
