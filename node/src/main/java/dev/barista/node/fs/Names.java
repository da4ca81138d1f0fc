package dev.barista.node.fs;

import dev.barista.engine.JsObject;
import java.util.List;

/**
 * A directory's entries: an array of names, or, where {@code types} is given, an array of the two arrays of names and of types.
 *
 * @param parents for entries of several directories: where each is, relative to the first; else {@code null}
 * @param raw names as Buffers, not strings
 */
record Names(List<byte[]> names, List<Integer> types, List<byte[]> parents, boolean raw) implements Result {
    @Override
    public Object toJs(Values values) {
        JsObject array = array(values, names);
        if (types == null) return array;
        JsObject kinds = values.realm().array(types.toArray());
        return parents == null ? values.realm().array(array, kinds) : values.realm().array(array, kinds, array(values, parents));
    }

    private JsObject array(Values values, List<byte[]> of) {
        Object[] all = new Object[of.size()];
        for (int i = 0; i < all.length; i++) all[i] = values.name(of.get(i), raw);
        return values.realm().array(all);
    }
}
