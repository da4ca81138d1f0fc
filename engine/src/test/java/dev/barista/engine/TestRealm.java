package dev.barista.engine;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A realm for each test. */
public final class TestRealm implements BeforeEachCallback, AfterEachCallback {
    private Realm realm;

    @Override
    public void beforeEach(ExtensionContext context) {
        realm = new Realm(new RealmOptions().stackTraceLimit(10));
    }

    @Override
    public void afterEach(ExtensionContext context) {
        realm.close();
    }

    Realm realm() {
        return realm;
    }

    public Object run(String text) {
        return realm.scripts().run(text, "test.js");
    }

    JsFunction function(String text) {
        return realm.scripts().function(text, "test.js", "exports", "require");
    }

    public Object java(String text) {
        return Js.java(run(text));
    }

    public String string(String text) {
        return (String) java(text);
    }

    public void set(String name, String value) {
        realm.global().set(name, value);
    }
}
