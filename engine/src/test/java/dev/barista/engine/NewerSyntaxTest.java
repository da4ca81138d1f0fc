package dev.barista.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Texts in newer syntax than the engine's are rewritten by whoever can, and only those. */
class NewerSyntaxTest {
    @RegisterExtension
    final TestRealm js = new TestRealm();

    private final List<String> asked = new ArrayList<>();
    private String answer;

    @BeforeEach
    void translate() {
        js.realm().newerSyntax().translator((text, goal, capability) -> {
            asked.add(goal + " " + text);
            assertThat(capability).startsWith("function capability()");
            return answer;
        });
    }

    @Test
    void textThatParsesIsNotShown() {
        assertThat(js.java("var using = 1; using")).isEqualTo(1);
        assertThat(asked).isEmpty();
    }

    @Test
    void textThatDoesNotParseIsShownIfItHasTheWord() {
        answer = "5";
        assertThat(js.java("{ using a = null }")).isEqualTo(5);
        answer = "return 6";
        assertThat(Js.java(js.function("using a = null").call())).isEqualTo(6);
        assertThatThrownBy(() -> js.run("{ let a = }")).isInstanceOf(Scripts.SyntaxException.class);
        assertThat(asked).containsExactly("SCRIPT { using a = null }", "FUNCTION using a = null");
    }

    @Test
    void whatCannotBeRewrittenFailsWithTheEnginesError() {
        assertThatThrownBy(() -> js.run("{ using a }")).isInstanceOfSatisfying(Scripts.SyntaxException.class, e ->
                assertThat(Js.string(((JsObject) Js.java(e.error().value())).get("message"))).isEqualTo("Unexpected identifier 'a'"));
        assertThat(asked).containsExactly("SCRIPT { using a }");
    }

    @Test
    void theClassesAreMadeWhenTheyAreRead() {
        assertThat(js.realm().global().isLazy("DisposableStack")).isTrue();
        assertThat(js.string("const s = new DisposableStack(); let said = ''; s.defer(() => { said += 'a'; }); s.defer(() => { said += 'b'; }); s.dispose(); said"))
                .isEqualTo("ba");
        assertThat(js.realm().global().isLazy("DisposableStack")).isFalse();
    }
}
