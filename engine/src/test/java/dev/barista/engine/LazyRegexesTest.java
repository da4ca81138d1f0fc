package dev.barista.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.oracle.truffle.js.runtime.builtins.JSRegExp;
import com.oracle.truffle.js.runtime.builtins.JSRegExpObject;
import com.oracle.truffle.regex.RegexObject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LazyRegexesTest {
    @RegisterExtension
    final TestRealm js = new TestRealm();

    /** The engine makes the first of its kind, whose options the others take. */
    @BeforeEach
    void makeTheFirstOfEachKind() {
        js.run("/first/; /first/u");
    }

    private static boolean isCompiled(Object regExp) {
        return !(LazyRegexes.body((RegexObject) JSRegExp.getCompiledRegex((JSRegExpObject) regExp)) instanceof LazyRegexes.Unmatched);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/ab*/g", "/[\\u{1F600}-\\u{1F64F}]/u", "new RegExp('ab*', 'i')", "/(a)(b)/v"})
    void isCompiledWhenItIsFirstMatched(String expression) {
        Object regExp = js.run("var regExp = " + expression + "; regExp");
        js.run("regExp.source + regExp.flags + regExp.lastIndex + String(regExp)");
        assertThat(isCompiled(regExp)).isFalse();
        js.run("regExp.test('ab'); regExp.exec('ab')");
        assertThat(isCompiled(regExp)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            /(a)|b/               ; ab     ; a,a
            /x(?:a)(?=b)(?!c)/    ; xab    ; xa
            /[(](\\()([^)(]*)/    ; ((x    ; ((x,(,x
            /[\\](](a)/           ; (a     ; (a,a
            /(?<year>\\d+)-(\\d)/ ; 2026-1 ; 2026-1,2026,1
            /(?<=a)(b)/           ; ab     ; b,b
            /((a)(b))\\3/         ; abb    ; abb,ab,a,b
            /(.)/u                ; \uD83D\uDE00 ; \uD83D\uDE00,\uD83D\uDE00
            /[[a-z]--[b]](c)/v    ; bac    ; ac,c
            /(?i:A)(b)/           ; ab     ; ab,b
            /(a)(x)?/             ; ab     ; a,a,undefined
            """)
    void findsWhatTheEngineFinds(String expression, String input, String groups) {
        js.set("input", input);
        assertThat(js.string("(" + expression + ").exec(input).map(String).join()")).isEqualTo(groups);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            /^\\/users\\/(\\d+)$/         ; /orders/1
            /^(?:\\/users(\\/))(?:\\/$)?$/i ; /orders/1
            /^(a(?:b)[|])/               ; ac|
            /^ab+c/                      ; ac
            /^abc/y                      ; ab
            /^ss/i                       ; ſſ
            """)
    void isNotCompiledForWhatItsBeginningExcludes(String expression, String input) {
        js.set("input", input);
        assertThat(js.java("var regExp = " + expression + "; regExp.test(input)")).isEqualTo(false);
        assertThat(isCompiled(js.run("regExp"))).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            /^\\/Users\\/(\\d+)$/i ; /uSERS/1   ; /uSERS/1,1
            /^ab?c|^d/               ; d          ; d
            /^(?:ab|cd)/             ; cd         ; cd
            /^(?:ab)?cd/             ; cd         ; cd
            /^(?:ab)*cd/             ; cd         ; cd
            /^(?:a(?:b)?)c/          ; ac         ; ac
            /^(ab){0}c/              ; c          ; c,undefined
            /^(ab)+/                 ; abab       ; abab,ab
            /^a*b/                   ; b          ; b
            /^a{0,1}b/               ; b          ; b
            /^(?!ab)cd/              ; cd         ; cd
            /^(?=cd)/                ; cd         ; ''
            /^(?i:AB)/               ; ab         ; ab
            /^ab/m                   ; 'x\nab'   ; ab
            /^[(|]a/                 ; (a         ; (a
            /^\\wb/                ; ab         ; ab
            /^\\x61b/              ; ab         ; ab
            /^\\(a/                ; (a         ; (a
            /^É/i                    ; é          ; é
            /^ss/iu                  ; ſſ ; ſſ
            """)
    void findsWhatBeginsAsItMay(String expression, String input, String groups) {
        js.set("input", input.replace("\\n", "\n"));
        assertThat(js.string("(" + expression + ").exec(input).map(String).join()")).isEqualTo(groups);
    }

    @Test
    void namesOfGroupsAreThere() {
        assertThat(js.string("/(?<key>a)(?<value>b)/.exec('ab').groups.value")).isEqualTo("b");
        assertThat(js.java("/(a)/.exec('a').groups === undefined")).isEqualTo(true);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            new RegExp('(')           ; Unterminated group
            new RegExp('a', 'gg')     ; flag
            new RegExp('a', 'x')      ; flag
            new RegExp('a', 'uv')     ; flag
            new RegExp('[b-a]')       ; out of order
            new RegExp('\\\\u{110000}', 'u') ; escape
            """)
    void isRefusedWhereItIsMade(String expression, String part) {
        assertThatThrownBy(() -> js.run(expression)).isInstanceOf(JsException.class).hasMessageStartingWith("SyntaxError").hasMessageContaining(part);
    }

    @Test
    void oneOfASourceServesItsOthers() {
        assertThat(isCompiled(js.run("/same/.test('same'); /same/"))).isTrue();
    }

    @Test
    void sandboxesHaveTheirOwn() {
        Sandbox sandbox = new Sandbox(js.realm(), false, null, js.realm().global());
        Object regExp = js.realm().scripts().compile("/first/; /ab/", "sandbox.js").run(sandbox);
        assertThat(isCompiled(regExp)).isFalse();
    }
}
