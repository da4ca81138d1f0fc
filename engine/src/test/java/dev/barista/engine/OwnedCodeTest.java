package dev.barista.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What code with an owner, and code in sandboxes, stands on in the engine. */
class OwnedCodeTest {
    @RegisterExtension
    final TestRealm js = new TestRealm();

    /** The owners that {@code import()} was asked of, as their {@code name}s; an owner that is not there is {@code nobody}. */
    private final List<String> asked = new ArrayList<>();

    @BeforeEach
    void listen() {
        new Modules(js.realm(), new Modules.Host() {
            @Override
            public JsModule resolve(String referrer, String specifier, Map<String, String> attributes, boolean source) {
                throw new IllegalStateException(specifier);
            }

            @Override
            public Object importDynamically(String referrer, JsObject owner, String specifier, Map<String, String> attributes, boolean source) {
                asked.add(owner == null ? "nobody" : owner.string("name"));
                return js.run("Promise.resolve()");
            }

            @Override
            public void meta(JsObject meta, String name, JsObject owner) {
                asked.add("meta of " + owner.string("name"));
            }
        });
    }

    private JsObject owner(String name) {
        JsObject owner = js.realm().object();
        owner.set("name", name);
        return owner;
    }

    private Sandbox sandbox(boolean ownQueue) {
        return new Sandbox(js.realm(), ownQueue, null, owner("sandbox"));
    }

    @Test
    void sameTextOfTwoOwnersIsTwoScripts() {
        js.realm().scripts().compile("import('x')", "a.js", owner("one")).run(null);
        js.realm().scripts().compile("import('x')", "a.js", owner("two")).run(null);
        js.realm().scripts().compile("import('x')", "a.js").run(null);
        assertThat(asked).containsExactly("one", "two", "nobody");
    }

    @Test
    void whatAScriptMakesBelongsToItsOwner() {
        js.realm().scripts().compile("eval('import(1)'); (() => import(2))();", "a.js", owner("script")).run(null);
        js.realm().scripts().function("return import(3)", "f.js", List.of(), null, List.of(), owner("function")).call();
        assertThat(asked).containsExactly("script", "script", "function");
    }

    @Test
    void modulesHaveOwnersToo() {
        JsModule module = new OwnedModules(js.realm()).source("import.meta; import(1);", "m", null, owner("module"));
        module.link();
        module.evaluate();
        assertThat(asked).containsExactly("meta of module", "module");
    }

    @Test
    void requestsAreToldApartByAllTheirAttributes() {
        OwnedModules modules = new OwnedModules(js.realm());
        JsModule module = modules.source("import a from 'x' with { n: '1' }; import b from 'x' with { n: '2' }; import 'x' with { n: '1' }; export { a, b };",
                "m", null, owner("module"));
        assertThat(module.requests()).containsExactly(
                new JsModule.Request("x", Map.of("n", "1"), false), new JsModule.Request("x", Map.of("n", "2"), false));
        JsModule one = modules.synthetic("one", List.of("default"), null, () -> {});
        JsModule two = modules.synthetic("two", List.of("default"), null, () -> {});
        one.export("default", "one");
        two.export("default", "two");
        module.links(List.of(one, two));
        module.link();
        module.evaluate();
        assertThat(module.namespace().string("a")).isEqualTo("one");
        assertThat(module.namespace().string("b")).isEqualTo("two");
    }

    @Test
    void aPromiseOfImportBelongsToTheSandbox() {
        Sandbox sandbox = sandbox(false);
        CompiledScript script = js.realm().scripts().compile("import('x') instanceof Promise", "a.js", owner("script"));
        assertThat(Js.java(script.run(sandbox))).isEqualTo(true);
        assertThat(asked).containsExactly("script");
    }

    @Test
    void microtasksOfASandboxMayBeItsOwn() {
        CompiledScript script = js.realm().scripts().compile("globalThis.log = []; Promise.resolve().then(() => log.push('job')); log", "a.js");
        Sandbox own = sandbox(true);
        JsObject log = Js.object(own.thenMicrotasks(() -> script.run(own)));
        assertThat(log.length()).isEqualTo(1);
        Sandbox shared = sandbox(false);
        log = Js.object(shared.thenMicrotasks(() -> script.run(shared)));
        assertThat(log.length()).isZero();
        js.realm().drainMicrotasks(false);
        assertThat(log.length()).isEqualTo(1);
    }

    @Test
    void aRunThatIsStoppedEndsAndLaterOnesDoNot() throws Stoppable.StoppedException {
        CompiledScript endless = js.realm().scripts().compile("try { for (;;); } finally { for (;;); }", "a.js");
        assertThatThrownBy(() -> new Stoppable(js.realm()).run(() -> endless.run(null), 5))
                .isInstanceOfSatisfying(Stoppable.StoppedException.class, e -> assertThat(e.reason()).isEqualTo(Stoppable.Reason.TIMEOUT));
        Stoppable over = new Stoppable(js.realm());
        assertThat(over.run(() -> "done", 0)).isEqualTo("done");
        over.stop(Stoppable.Reason.INTERRUPTED);
        assertThat(js.java("1 + 1")).isEqualTo(2);
    }

    @Test
    void anOwnerThatKnowsItsCodeGoesWithIt() {
        WeakReference<Object> owner = ownerOfScript();
        for (int i = 0; i < 100 && owner.get() != null; i++) System.gc();
        assertThat(owner.get()).isNull();
    }

    private WeakReference<Object> ownerOfScript() {
        JsObject owner = owner("script");
        CompiledScript script = js.realm().scripts().compile("() => import('x')", "a.js", owner);
        owner.set("script", js.realm().wrap(script));
        script.run(null);
        return new WeakReference<>(owner.raw());
    }
}
