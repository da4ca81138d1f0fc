package dev.barista.node;

import dev.barista.engine.JsObject;
import dev.barista.engine.NativeFn;
import dev.barista.engine.Realm;

/** The table of what a {@link Binding} gives to JavaScript. Loop thread only. */
public final class Exports {
    private final Realm realm;
    private final JsObject object;

    Exports(Realm realm) {
        this.realm = realm;
        this.object = realm.object();
    }

    public Exports fn(String name, NativeFn body) {
        object.set(name, realm.function(name, body));
        return this;
    }

    /** A function that users see themselves, so that its {@code length} matters. */
    public Exports fn(String name, int length, NativeFn body) {
        object.set(name, realm.function(name, length, body));
        return this;
    }

    public Exports value(String name, Object value) {
        object.set(name, value);
        return this;
    }

    public JsObject object() {
        return object;
    }
}
