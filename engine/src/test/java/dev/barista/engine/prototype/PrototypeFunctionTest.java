package dev.barista.engine.prototype;

import static org.assertj.core.api.Assertions.assertThat;

import com.oracle.truffle.js.runtime.objects.JSObject;
import dev.barista.engine.TestRealm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Object.setPrototypeOf, called often enough that it goes by what it has learnt. */
class PrototypeFunctionTest {
    @RegisterExtension
    final TestRealm realm = new TestRealm();

    /** Runs the body for i from 0 to 9, the results joined. */
    private String repeated(String setUp, String body) {
        return realm.string(setUp + "; const out = []; for (let i = 0; i < 10; i++) { const r = (() => {" + body + "})(); out.push(r); } out.join()");
    }

    @Test
    void propertiesKeepTheirValuesAndOrder() {
        assertThat(repeated("class A {} const p = { who() { return this.a + this.b; } }",
                "const o = new A(); o.a = i; o.b = 'x' + i; o.c = i; Object.setPrototypeOf(o, p); return o.who() + Object.keys(o).join('') + (o instanceof A) + o.c"))
                .startsWith("0x0abcfalse0,1x1abcfalse1,2x2abcfalse2").endsWith("9x9abcfalse9");
    }

    @Test
    void valuesOfNewKindsFindAPlace() {
        assertThat(repeated("class A { a = 1; b = 2; c = 3 } const p = {}; const kinds = [1, 2, 3, 0.5, 'text', null, undefined, {}, [], 2 ** 40]",
                "const o = new A(); o.b = kinds[i]; o.c = kinds[9 - i]; Object.setPrototypeOf(o, p); return [o.a, typeof o.b, o.b === kinds[i], o.c === kinds[9 - i]].join('/')"))
                .isEqualTo("1/number/true/true,1/number/true/true,1/number/true/true,1/number/true/true,1/string/true/true,1/object/true/true,"
                        + "1/undefined/true/true,1/object/true/true,1/object/true/true,1/number/true/true");
    }

    @Test
    void accessorsSymbolsAndAttributesStay() {
        assertThat(repeated("class A {} const p = {}; const s = Symbol(); let set",
                "const o = new A(); o.plain = i; Object.defineProperty(o, 'x', { get: () => 'got' + i, set(v) { set = v; }, configurable: true });"
                + "Object.defineProperty(o, 'fixed', { value: i }); o[s] = -i; Object.setPrototypeOf(o, p); o.x = 5 + i;"
                + "const f = Object.getOwnPropertyDescriptor(o, 'fixed'); return [o.x, set, f.value, f.writable, f.enumerable, o[s], Object.keys(o)].join('/')"))
                .startsWith("got0/5/0/false/false/0/plain,got1/6/1/false/false/-1/plain").endsWith("got9/14/9/false/false/-9/plain");
    }

    @Test
    void aChangeIsLearntFromObjectsOfOneShape() {
        JSObject parent = (JSObject) realm.run("class A { constructor() { this.a = 1; this.b = 'x'; } } globalThis.make = () => new A(); globalThis.p = {}; p");
        JSObject object = (JSObject) realm.run("make()");
        JSObject changed = (JSObject) realm.run("Object.setPrototypeOf(make(), p)");
        PrototypeChange change = PrototypeChange.learn(object.getShape(), changed.getShape());
        assertThat(change).isNotNull();
        assertThat(change.apply(object, object.getShape())).isTrue();
        assertThat(object.getShape()).isSameAs(changed.getShape());
        assertThat(JSObject.getPrototype(object)).isSameAs(parent);
    }

    @Test
    void objectsCanBeChangedAgainAndAgain() {
        assertThat(repeated("const p = { n: 'p' }, q = { n: 'q' }", "const o = { a: i, b: 'b' }; let seen = ''; for (const x of [p, q, p, p, q]) seen += Object.setPrototypeOf(o, x).n; return seen + o.a + o.b"))
                .isEqualTo("pqppq0b,pqppq1b,pqppq2b,pqppq3b,pqppq4b,pqppq5b,pqppq6b,pqppq7b,pqppq8b,pqppq9b");
    }

    @Test
    void circlesAreRefused() {
        assertThat(repeated("const parents = Array.from({ length: 10 }, () => ({}))",
                "const o = { a: 1 }; const p = parents[0]; Object.setPrototypeOf(o, p); try { Object.setPrototypeOf(p, o); return 'circle'; } catch (e) { return e.name; }"))
                .isEqualTo("TypeError,".repeat(9) + "TypeError");
    }

    @Test
    void aCircleThroughALearntChangeIsRefused() {
        assertThat(realm.string("""
            class A { a = 1 }
            const p = {};
            for (let i = 0; i < 10; i++) Object.setPrototypeOf(new A(), p);
            const last = new A();
            Object.setPrototypeOf(p, last);
            try { Object.setPrototypeOf(last, p); 'circle'; } catch (e) { e.name; }
            """)).isEqualTo("TypeError");
    }

    @Test
    void objectsThatMayNotChangeAreRefused() {
        assertThat(repeated("const p = {}", "const o = { a: 1 }; if (i % 2) Object.preventExtensions(o); try { Object.setPrototypeOf(o, p); return 'set'; } catch (e) { return e.name; }"))
                .isEqualTo("set,TypeError,set,TypeError,set,TypeError,set,TypeError,set,TypeError");
    }

    @Test
    void lookupsSeeTheNewPrototypeAndItsLaterChanges() {
        assertThat(realm.string("""
            class A { constructor(i) { this.i = i; } who() { return 'A'; } }
            const p = { who() { return 'p'; } };
            const call = (o) => o.who();
            let out = '';
            for (let i = 0; i < 2000; i++) {
              const o = new A(i);
              const before = call(o);
              Object.setPrototypeOf(o, p);
              const after = call(o);
              if (before !== 'A' || after !== 'p' || o.i !== i) out += i + before + after;
            }
            const kept = Object.setPrototypeOf(new A(1), p);
            p.who = () => 'changed';
            out + call(kept) + call(new A(1));
            """)).isEqualTo("changedA");
    }

    @Test
    void theFunctionLooksAsItDid() {
        assertThat(realm.string("[Object.setPrototypeOf.name, Object.setPrototypeOf.length, String(Object.setPrototypeOf).includes('[native code]'), Object.setPrototypeOf(1, null)].join()"))
                .isEqualTo("setPrototypeOf,2,true,1");
        assertThat(realm.string("try { Object.setPrototypeOf(undefined, {}) } catch (e) { e.name }")).isEqualTo("TypeError");
        assertThat(realm.string("try { Object.setPrototypeOf({}, 1) } catch (e) { e.name }")).isEqualTo("TypeError");
        assertThat(realm.string("try { Object.setPrototypeOf({}) } catch (e) { e.name }")).isEqualTo("TypeError");
    }
}
