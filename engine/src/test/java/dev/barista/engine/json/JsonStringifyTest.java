package dev.barista.engine.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.barista.engine.TestRealm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code JSON.stringify}. The messages were recorded from Node 24.12. */
class JsonStringifyTest {
    @RegisterExtension
    final TestRealm js = new TestRealm();

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
        { a: undefined, b: () => 1, c: Symbol(), d: 1 }       | {"d":1}
        [undefined, () => 1, Symbol(), , 1]                   | [null,null,null,null,1]
        [NaN, Infinity, -0, 1e21, 1e-7, 123456789012345680000, 0.1, 5e-324, 1.7976931348623157e308] | [null,null,0,1e+21,1e-7,123456789012345680000,0.1,5e-324,1.7976931348623157e+308]
        [new Number(1), new String('s'), new Boolean(false)]  | [1,"s",false]
        { 2: 'b', x: 'c', 1: 'a' }                            | {"1":"a","2":"b","x":"c"}
        ['\\ud800', '\\udc00x', '\\ud83d\\ude00', '\\x00\\x1f"\\\\\\n', 'é', '日'] | ["\\ud800","\\udc00x","😀","\\u0000\\u001f\\"\\\\\\n","é","日"]
        { 'k"\\n': 1, 'é': 2, '日': 3 }                        | {"k\\"\\n":1,"é":2,"日":3}
        new Date(0)                                           | "1970-01-01T00:00:00.000Z"
        new Map([[1, 2]])                                     | {}
        new Uint8Array([1, 2])                                | {"0":1,"1":2}
        Object.create({ inherited: 1 }, { own: { value: 1, enumerable: true }, hidden: { value: 1 } }) | {"own":1}
        new Proxy([1, { a: 2 }], {})                          | [1,{"a":2}]
        new Proxy({ a: 1 }, {})                               | {"a":1}
        Object.assign(Object.create(null), { a: 1 })          | {"a":1}
        { get a() { return this.b }, b: 2 }                   | {"a":2,"b":2}
        """)
    void valuesAreWrittenAsTheSpecificationHasIt(String value, String text) {
        js.run("var value = (" + value + ")");
        assertThat(js.string("JSON.stringify(value)")).isEqualTo(text);
        assertThat(js.string("JSON.stringify(value); JSON.stringify(value)")).isEqualTo(text);   // with what is known of the shapes by then
    }

    @Test
    void aCircleIsToldInV8sWords() {
        js.run("var fault = (value) => { try { JSON.stringify(value) } catch (e) { return String(e) } }");
        assertThat(js.string("var a = {}; a.a = a; fault(a)")).isEqualTo("""
            TypeError: Converting circular structure to JSON
                --> starting at object with constructor 'Object'
                --- property 'a' closes the circle""");
        assertThat(js.string("class Foo { list = [1, { back: this }] } fault({ foo: new Foo() })")).isEqualTo("""
            TypeError: Converting circular structure to JSON
                --> starting at object with constructor 'Foo'
                |     property 'list' -> object with constructor 'Array'
                |     index 1 -> object with constructor 'Object'
                --- property 'back' closes the circle""");
        assertThat(js.string("var l = { a: { b: { c: { d: { '': null } } } } }; l.a.b.c.d[''] = l; fault(l)")).isEqualTo("""
            TypeError: Converting circular structure to JSON
                --> starting at object with constructor 'Object'
                |     property 'a' -> object with constructor 'Object'
                |     property 'b' -> object with constructor 'Object'
                |     ...
                |     property 'd' -> object with constructor 'Object'
                --- <anonymous> closes the circle""");
        assertThat(js.string("fault([1n])")).isEqualTo("TypeError: Do not know how to serialize a BigInt");
    }

    @Test
    void depthHasALimit() {
        js.run("var nest = (n) => { let o = 1; while (n-- > 0) o = n % 2 ? [o] : { o }; return o }");
        assertThat(js.java("JSON.stringify(nest(500)).length")).isEqualTo(500 / 2 * 2 + 500 / 2 * 6 + 1);
        assertThat(js.string("try { JSON.stringify(nest(20000)) } catch (e) { String(e) }")).isEqualTo("RangeError: Maximum call stack size exceeded");
    }

    @Test
    void toJsonIsFoundWhereverItIs() {
        assertThat(js.string("JSON.stringify({ d: { toJSON(key) { return 'own ' + key } }, l: [{ toJSON(key) { return key } }] })"))
            .isEqualTo("{\"d\":\"own d\",\"l\":[\"0\"]}");
        assertThat(js.string("class P { x = 1; toJSON() { return { inherited: this.x } } } class C extends P {} JSON.stringify([new C(), new C()])"))
            .isEqualTo("[{\"inherited\":1},{\"inherited\":1}]");
        js.run("var plain = { a: [1, {}] }; JSON.stringify(plain); JSON.stringify(plain); Object.prototype.toJSON = function () { return 'patched' }");
        assertThat(js.string("JSON.stringify(plain)")).isEqualTo("\"patched\"");
        js.run("delete Object.prototype.toJSON; Array.prototype.toJSON = () => 'array'");
        assertThat(js.string("JSON.stringify(plain)")).isEqualTo("{\"a\":\"array\"}");
        js.run("delete Array.prototype.toJSON; BigInt.prototype.toJSON = function () { return typeof this + this }");
        assertThat(js.string("JSON.stringify([plain, 1n])")).isEqualTo("[{\"a\":[1,{}]},\"object1\"]");
    }

    @Test
    void whatTheProgramChangesMeanwhileIsSeen() {
        js.run("var make = () => { const o = { a: { toJSON() { delete o.b; o.c = 'new'; o.d = 1.5; return 1 } }, b: 2, c: 3 }; return o }");
        String text = "{\"a\":1,\"c\":\"new\"}";
        for (int i = 0; i < 3; i++) assertThat(js.string("JSON.stringify(make())")).isEqualTo(text);
        assertThat(js.string("const l = [{ toJSON() { l.length = 2; l[1] = 'x'; return 0 } }, 1, 2]; JSON.stringify(l)")).isEqualTo("[0,\"x\",null]");
    }

    @Test
    void replacersAndIndentationFollowTheSpecification() {
        assertThat(js.string("JSON.stringify({ a: [1, { b: 2 }], c: {} , d: [] }, null, 2)"))
            .isEqualTo("{\n  \"a\": [\n    1,\n    {\n      \"b\": 2\n    }\n  ],\n  \"c\": {},\n  \"d\": []\n}");
        assertThat(js.string("JSON.stringify([1], null, '日本語日本語日本語日本語')")).isEqualTo("[\n日本語日本語日本語日1\n]");
        assertThat(js.string("JSON.stringify({ b: 1, a: { b: 2, c: 3 }, 1: 4 }, ['a', 'b', 'a', 1, new String('c')])"))
            .isEqualTo("{\"a\":{\"b\":2,\"c\":3},\"b\":1,\"1\":4}");
        assertThat(js.string("""
            const log = [];
            const text = JSON.stringify({ a: [1], b: 2 }, function (key, value) {
              log.push(key + Array.isArray(this));
              return key === 'b' ? undefined : value;
            });
            text + log""")).isEqualTo("{\"a\":[1]}false,afalse,0true,bfalse");
    }

    @Test
    void aCallInsideACallKeepsItsTextApart() {
        assertThat(js.string("JSON.stringify({ a: 1, b: { toJSON: () => JSON.stringify({ c: JSON.parse('[1]') }) }, d: 2 })"))
            .isEqualTo("{\"a\":1,\"b\":\"{\\\"c\\\":[1]}\",\"d\":2}");
    }
}
