package dev.barista.engine;

import dev.barista.engine.json.Layout;

/** Makes ordinary objects that have the same keys: each in one step, and all with one shape. Realm's thread only. */
public final class ObjectTemplate {
    private final Realm realm;
    private final Layout layout;

    private ObjectTemplate(Realm realm, Layout layout) {
        this.realm = realm;
        this.layout = layout;
    }

    /**
     * @param keys distinct, none of them an index
     * @return {@code null} if there are so many that their objects are better filled key by key
     */
    public static ObjectTemplate of(Realm realm, Iterable<String> keys) {
        return of(realm, keys, false);
    }

    /** As {@link #of}, of objects without a prototype. */
    public static ObjectTemplate bare(Realm realm, Iterable<String> keys) {
        return of(realm, keys, true);
    }

    private static ObjectTemplate of(Realm realm, Iterable<String> keys, boolean bare) {
        Layout layout = new Layout(bare);
        for (String key : keys) {
            layout = layout.with(key);
            if (layout == null) return null;
        }
        return new ObjectTemplate(realm, layout);
    }

    /** @param values of the keys in their order, as opaque engine values */
    public JsObject make(Object... values) {
        return new JsObject(layout.create(realm.context(), realm.realm(), values, 0));
    }
}
