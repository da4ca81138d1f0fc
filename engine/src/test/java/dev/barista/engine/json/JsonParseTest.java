package dev.barista.engine.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.barista.engine.TestRealm;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code JSON.parse}. The messages were recorded from Node 24.12. */
class JsonParseTest {
    @RegisterExtension
    final TestRealm js = new TestRealm();

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
        {                     | Expected property name or '}' in JSON at position 1 (line 1 column 2)
        [                     | Unexpected end of JSON input
        {"a"                  | Expected ':' after property name in JSON at position 4 (line 1 column 5)
        {"a":                 | Unexpected end of JSON input
        {"a":1                | Expected ',' or '}' after property value in JSON at position 6 (line 1 column 7)
        {"a":1,}              | Expected double-quoted property name in JSON at position 7 (line 1 column 8)
        {"a":1 "b":2}         | Expected ',' or '}' after property value in JSON at position 7 (line 1 column 8)
        {a:1}                 | Expected property name or '}' in JSON at position 1 (line 1 column 2)
        [1                    | Expected ',' or ']' after array element in JSON at position 2 (line 1 column 3)
        [1 2]                 | Expected ',' or ']' after array element in JSON at position 3 (line 1 column 4)
        ["a" 2]               | Expected ',' or ']' after array element in JSON at position 5 (line 1 column 6)
        [1,                   | Unexpected end of JSON input
        [1,]                  | Unexpected token ']', "[1,]" is not valid JSON
        abc                   | Unexpected token 'a', "abc" is not valid JSON
        "abc                  | Unterminated string in JSON at position 4 (line 1 column 5)
        "a\\x"                 | Bad escaped character in JSON at position 3 (line 1 column 4)
        "日\\日"               | Unexpected token '日', ""日\\日"" is not valid JSON
        "a\\u12g4"             | Bad Unicode escape in JSON at position 6 (line 1 column 7)
        "\\u00                 | Bad Unicode escape in JSON at position 5 (line 1 column 6)
        "\\                    | Unexpected end of JSON input
        01                    | Unexpected number in JSON at position 1 (line 1 column 2)
        -                     | No number after minus sign in JSON at position 1 (line 1 column 2)
        1.                    | Unterminated fractional number in JSON at position 2 (line 1 column 3)
        1e+                   | Exponent part is missing a number in JSON at position 3 (line 1 column 4)
        tru                   | Unexpected end of JSON input
        tr"ue                 | Unexpected string in JSON at position 2 (line 1 column 3)
        true1                 | Unexpected non-whitespace character after JSON at position 4 (line 1 column 5)
        {} {}                 | Unexpected non-whitespace character after JSON at position 3 (line 1 column 4)
        undefined             | "undefined" is not valid JSON
        NaN                   | "NaN" is not valid JSON
        [object Object]       | "[object Object]" is not valid JSON
        <!DOCTYPE html><html> | Unexpected token '<', "<!DOCTYPE "... is not valid JSON
        [1,1,1,1,1,1,1,1,1,1,x,1,1,1,1]  | Unexpected token 'x', ..."1,1,1,1,1,x,1,1,1,1]" is not valid JSON
        [1,1,1,1,1,1,1,1,1,1,x,1,1,1,1,] | Unexpected token 'x', ..."1,1,1,1,1,x,1,1,1,1,"... is not valid JSON
        {"abcdef":x,"ghijklmnopq":1}     | Unexpected token 'x', ..."{"abcdef":x,"ghijklm"... is not valid JSON
        """)
    void whatIsWrongIsSaidInV8sWords(String text, String message) {
        assertThat(error(text)).isEqualTo("SyntaxError: " + message);
    }

    @Test
    void linesEndAsInSourceTexts() {
        assertThat(error("{\r\n\"a\": 1\r\n,}")).endsWith("at position 12 (line 3 column 2)");
        assertThat(error("{\r\"a\": 1\r,}")).endsWith("at position 10 (line 3 column 2)");
        assertThat(error("{\"a\":1\n\n\n\"b\"}")).endsWith("at position 9 (line 4 column 1)");
        assertThat(error("\"a\nb\"")).isEqualTo("SyntaxError: Bad control character in string literal in JSON at position 2 (line 1 column 3)");
    }

    private String error(String text) {
        js.set("text", text);
        return js.string("try { JSON.parse(text); 'no error' } catch (e) { String(e) }");
    }

    @Test
    void theErrorsStackBeginsInJsonParse() {
        assertThat(js.string("try { JSON.parse('x') } catch (e) { e.stack.split('\\n')[1] }")).contains("at JSON.parse");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
        {"a":1,"b":[true,null,"x"],"a":2}  | {"a":2,"b":[true,null,"x"]}
        {"b":1,"10":2,"2":3}               | {"2":3,"10":2,"b":1}
        [1,2.5,-0,"x"]                     | [1,2.5,0,"x"]
        [[],{},[[]]]                       | [[],{},[[]]]
        {"":{"":0}}                        | {"":{"":0}}
        {"__proto__":{"x":1}}              | {"__proto__":{"x":1}}
        ["\\u00e9\\ud83d\\ude00\\/"]         | ["é😀/"]
        [1e3,1E-2,12345678901234567890]    | [1000,0.01,12345678901234567000]
        [2147483648,-2147483648,1e400]     | [2147483648,-2147483648,null]
        """)
    void whatIsParsedIsWrittenAgain(String text, String written) {
        js.set("text", text);
        assertThat(js.string("JSON.stringify(JSON.parse(text))")).isEqualTo(written);
        assertThat(js.string("JSON.stringify(JSON.parse(text))")).isEqualTo(written);   // with what the first time has learnt
    }

    @Test
    void protoIsAnOwnProperty() {
        assertThat(js.java("var o = JSON.parse('{\"__proto__\":[]}'); Object.hasOwn(o, '__proto__') && Object.getPrototypeOf(o) === Object.prototype")).isEqualTo(true);
    }

    @Test
    void negativeZeroIsKept() {
        assertThat(js.java("[JSON.parse('-0'), JSON.parse('[-0]')[0], JSON.parse('[-0,\"x\"]')[0], JSON.parse('-0.0')].every((n) => Object.is(n, -0))")).isEqualTo(true);
    }

    @Test
    void aKeyMayHaveValuesOfAnyKind() {
        js.run("var kinds = ['1', '1.5', 'null', '\"s\"', 'true', '{}', '[]', '-0', '3000000000']");
        assertThat(js.java("""
            kinds.flatMap((a) => kinds.map((b) => `{"a":${a},"b":${b},"c":1}`)).every((text) => {
              const { a, b, c } = JSON.parse(text);
              return c === 1 && text === `{"a":${Object.is(a, -0) ? '-0' : JSON.stringify(a)},"b":${Object.is(b, -0) ? '-0' : JSON.stringify(b)},"c":1}`;
            })""")).isEqualTo(true);
    }

    @Test
    void parsedObjectsAreOrdinary() {
        assertThat(js.string("""
            const o = JSON.parse('{"a":1,"b":"x"}');
            o.a = 'changed'; o.c = 1.5; delete o.b;
            const list = JSON.parse('[1,2,3]');
            list.push('x'); list[0] = 1.5; list.length = 3;
            JSON.stringify([o, list, Object.getOwnPropertyDescriptor(o, 'a')])"""))
            .isEqualTo("[{\"a\":\"changed\",\"c\":1.5},[1.5,2,3],{\"value\":\"changed\",\"writable\":true,\"enumerable\":true,\"configurable\":true}]");
    }

    @Test
    void wideObjectsKeepTheirKeys() {
        assertThat(js.java("""
            [10, 33, 100, 300, 2000].every((n) => [1, 2, 3].every((round) => {
              const o = {};
              for (let i = 0; i < n; i++) o[`key${round === 1 ? i : i * round}`] = i;
              const text = JSON.stringify([o, o, o]);
              return JSON.stringify(JSON.parse(text)) === text;
            }))""")).isEqualTo(true);
    }

    @Test
    void moreSequencesOfKeysThanAreRememberedDoNoHarm() {
        assertThat(js.java("""
            let right = true;
            for (let i = 0; i < 5000; i++) right &&= JSON.parse(`{"a${i}":${i},"b":{"c${i}":1}}`)[`a${i}`] === i;
            right""")).isEqualTo(true);
    }

    @Test
    void depthIsLimitedByMemoryOnly() {
        assertThat(js.java("JSON.parse('['.repeat(1e6) + ']'.repeat(1e6)).length")).isEqualTo(1);
    }

    @Test
    void aReviverSeesKeysValuesAndSources() {
        assertThat(js.string("""
            const seen = [];
            JSON.parse('{"a":[1.0,{"b":"x"}]}', function (key, value, { source }) { seen.push(key + '=' + source); return value; });
            seen.join()""")).isEqualTo("0=1.0,b=\"x\",1=undefined,a=undefined,=undefined");
        assertThat(js.string("try { JSON.parse('x', (k, v) => v) } catch (e) { e.message }")).isEqualTo("Unexpected token 'x', \"x\" is not valid JSON");
    }

    @Test
    void theTextIsConvertedOnce() {
        assertThat(js.java("let n = 0; JSON.parse({ toString() { n++; return '[1]'; } }, (k, v) => v); n")).isEqualTo(1);
    }

    @Test
    void rawTextIsCheckedInV8sWords() {
        assertThat(js.string("JSON.stringify({ n: JSON.rawJSON('1.00') })")).isEqualTo("{\"n\":1.00}");
        js.run("var fault = (text) => { try { JSON.rawJSON(text) } catch (e) { return e.message } }");
        assertThat(js.string("fault('{}')")).isEqualTo("Unexpected token '{', \"{}\" is not valid JSON");
        assertThat(js.string("fault('')")).isEqualTo("Invalid value for JSON.rawJSON");
        assertThat(js.string("fault('1x')")).isEqualTo("Invalid value for JSON.rawJSON");
    }

    @Test
    void functionsLookAsTheSpecificationHasThem() {
        assertThat(js.string("`${JSON.parse.name} ${JSON.parse.length} ${JSON.stringify.name} ${JSON.stringify.length} ${JSON.parse}`"))
            .isEqualTo("parse 2 stringify 3 function parse() { [native code] }");
        assertThat(js.java("Object.hasOwn(JSON.parse, 'prototype')")).isEqualTo(false);
    }

    @Test
    void decimalsAreTheNearestDoubles() {
        Random random = new Random(1);
        for (int i = 0; i < 300_000; i++) {
            long digits = random.nextLong(1, 1_000_000_000_000_000_000L) >>> random.nextInt(60);
            int power = random.nextInt(-70, 70);
            double found = Decimal.of(digits, power);
            if (!Double.isNaN(found)) assertThat(found).as("%de%d", digits, power).isEqualTo(Double.parseDouble(digits + "e" + power));
        }
    }
}
