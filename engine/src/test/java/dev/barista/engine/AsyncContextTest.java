package dev.barista.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The engine's hooks for async context, promises and disposal, as this project uses them. */
class AsyncContextTest {
    private Realm realm;

    @BeforeEach
    void open() {
        realm = new Realm(new RealmOptions());
        JsObject context = realm.object();
        realm.defineAsyncContext(context);
        realm.global().set("context", context);
    }

    @AfterEach
    void close() {
        realm.close();
    }

    private Object run(String text) {
        return Js.java(realm.scripts().function(text, "test", "seen").call(null, realm.global().get("seen")));
    }

    @Test
    void promisesCarryWhatAKeyHolds() {
        realm.global().set("seen", realm.array());
        run("""
                const key = Symbol('key');
                const change = context.set(key, 'inside');
                const promise = (async () => { await null; seen.push(context.get(key, 'none')); })();
                promise.then(() => seen.push(context.get(key, 'none')));
                context.leave(change);
                seen.push(context.get(key, 'none'));
                """);
        realm.drainMicrotasks(true);
        assertEquals("none,inside,inside", run("return seen.join()"));
    }

    @Test
    void leavingKeepsWhatOtherKeysWereSetTo() {
        assertEquals("none stays", run("""
                const a = Symbol('a'), b = Symbol('b');
                const change = context.set(a, 1);
                context.set(b, 'stays');
                context.leave(change);
                return `${context.get(a, 'none')} ${context.get(b, 'none')}`;
                """));
    }

    @Test
    void aScopeCanBeEnteredAgain() {
        assertEquals("undefined 1 none", run("""
                const key = Symbol('key');
                const empty = context.current();
                context.set(key, 1);
                const scope = context.current();
                context.enter(empty);
                const before = context.enter(scope);
                const inside = context.get(key, 'none');
                context.enter(before);
                return `${before} ${inside} ${context.get(key, 'none')}`;
                """));
    }

    @Test
    void promisesAreReported() {
        List<String> events = new ArrayList<>();
        realm.onPromise(new PromiseListener() {
            @Override
            public void created(Object promise, Object parent) {
                events.add(Js.isPromise(parent) ? "child" : "created");
            }

            @Override
            public void resolved(Object promise) {
                events.add("resolved");
            }

            @Override
            public void reactionBegins(Object promise) {
                events.add("begins");
            }

            @Override
            public void reactionEnds(Object promise) {
                events.add("ends");
            }
        });
        run("Promise.resolve(1).then(() => {}); return null;");
        realm.drainMicrotasks(true);
        realm.onPromise(null);
        run("Promise.resolve(1); return null;");
        assertEquals(List.of("created", "resolved", "child", "begins", "resolved", "ends"), events);
    }

    @Test
    void symbolsOfDisposalAreWellKnown() {
        assertEquals("Symbol(Symbol.dispose) Symbol(Symbol.asyncDispose) false",
                run("return `${String(Symbol.dispose)} ${String(Symbol.asyncDispose)} ${Object.getOwnPropertyDescriptor(Symbol, 'dispose').writable}`"));
    }
}
