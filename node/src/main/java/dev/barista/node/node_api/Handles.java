package dev.barista.node.node_api;

import dev.barista.engine.Js;
import java.util.Arrays;

/**
 * The values that an addon's native code holds, in scopes: a {@code napi_value} is the number of a place here. Loop thread only.
 *
 * <p>Each call into native code has a scope of its own, which {@link #mark} and {@link #release} make; what the addon opens lies within.
 */
final class Handles {
    private static final int FIRST_PLACES = 64;
    private static final int NONE = -1;

    private Object[] values = new Object[FIRST_PLACES];
    private int used = 1;   // 0 is no handle

    /** Of each open scope where it begins, and for an escapable one the place outside that a value can escape to. */
    private int[] starts = new int[8];
    private int[] escapes = new int[8];
    private int open;

    long add(Object value) {
        if (used == values.length) values = Arrays.copyOf(values, 2 * used);
        values[used] = value;
        return used++;
    }

    /** The value of a handle; {@code null} for what is none. */
    Object get(long handle) {
        return handle > 0 && handle < used ? values[(int) handle] : null;
    }

    int mark() {
        return used;
    }

    void release(int mark) {
        Arrays.fill(values, mark, used, null);   // they may be garbage from here on
        used = mark;
    }

    /** @return the scope's number */
    long open(boolean escapable) {
        if (open == starts.length) {
            starts = Arrays.copyOf(starts, 2 * open);
            escapes = Arrays.copyOf(escapes, 2 * open);
        }
        escapes[open] = escapable ? (int) add(Js.UNDEFINED) : NONE;
        starts[open] = used;
        return ++open;
    }

    /** @return false: none is open */
    boolean close() {
        if (open == 0) return false;
        release(starts[--open]);
        return true;
    }

    /** How many are open. */
    int depth() {
        return open;
    }

    /** Forgets scopes that were left open. */
    void depth(int scopes) {
        open = scopes;
    }

    /** @return the handle outside the scope; 0 if one has escaped from it already */
    long escape(long scope, Object value) {
        int i = (int) scope - 1;
        if (i < 0 || i >= open || escapes[i] == NONE) return 0;
        int place = escapes[i];
        escapes[i] = NONE;
        values[place] = value;
        return place;
    }
}
