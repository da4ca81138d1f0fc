package dev.barista.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The engine's internals that this module stands on, each pinned: an engine upgrade is a run of this class. */
class RealmContractTest {
    private Realm realm;

    @BeforeEach
    void open() {
        realm = new Realm(new RealmOptions().stackTraceLimit(10));
    }

    @AfterEach
    void close() {
        realm.close();
    }

    private Object run(String text) {
        return realm.scripts().run(text, "test.js");
    }

    private Object java(String text) {
        return Js.java(run(text));
    }

    // Microtasks

    @Test
    void callsDoNotDrainMicrotasksAndDrainingDoes() {
        run("globalThis.log = []; globalThis.f = () => { Promise.resolve().then(() => log.push('job')); log.push('sync'); }");
        realm.global().function("f").call();
        assertThat(java("log.join()")).isEqualTo("sync");
        realm.drainMicrotasks(true);
        assertThat(java("log.join()")).isEqualTo("sync,job");
    }

    @Test
    void enqueuedFunctionsShareTheQueueOfPromises() {
        run("globalThis.log = []; Promise.resolve().then(() => log.push(1))");
        realm.enqueueMicrotask(Js.function(run("() => log.push(2)")));
        run("Promise.resolve().then(() => log.push(3))");
        realm.drainMicrotasks(false);
        assertThat(java("log.join()")).isEqualTo("1,2,3");
    }

    // Atomics.waitAsync

    /** Says what it hears of, in order. */
    private List<String> asyncWaits() {
        List<String> heard = new ArrayList<>();
        realm.onAsyncWaits(new AsyncWaits() {
            @Override
            public void begins() {
                heard.add("begins");
            }

            @Override
            public void over() {
                heard.add("over");
            }

            @Override
            public void notified() {
                heard.add("notified");
            }
        });
        run("globalThis.log = []; globalThis.memory = new Int32Array(new SharedArrayBuffer(8))");
        return heard;
    }

    @Test
    void anAsyncWaitWithoutALimitTellsOfItsEnd() {
        List<String> heard = asyncWaits();
        run("Atomics.waitAsync(memory, 0, 0).value.then((result) => log.push(result))");
        assertThat(heard).isEmpty();
        assertThat(realm.millisToAsyncWaitEnd()).isEqualTo(-1);
        assertThat(java("Atomics.notify(memory, 0)")).isEqualTo(1);
        assertThat(heard).containsExactly("over", "notified");
        realm.drainMicrotasks(true);
        assertThat(java("log.join()")).isEqualTo("ok");
    }

    @Test
    void anAsyncWaitWithALimitTellsOfItsBeginAndIsSettledByADrainAfterItsEnd() {
        List<String> heard = asyncWaits();
        run("Atomics.waitAsync(memory, 0, 0, 60000).value.then((result) => log.push(result))");
        run("Atomics.waitAsync(memory, 1, 0, 0.5).value.then((result) => log.push(result))");
        assertThat(heard).containsExactly("begins", "begins");
        run("Atomics.notify(memory, 0)");
        assertThat(heard).endsWith("notified");
        while (realm.millisToAsyncWaitEnd() >= 0) Thread.onSpinWait();
        realm.drainMicrotasks(true);
        assertThat(java("log.sort().join()")).isEqualTo("ok,timed-out");
    }

    // Rejections

    @Test
    void rejectionsAndLateHandlersAreSeen() {
        List<String> seen = new ArrayList<>();
        realm.onRejection(new RejectionListener() {
            @Override
            public void rejected(Object promise, Object reason) {
                seen.add("rejected " + Js.string(reason));
            }

            @Override
            public void handled(Object promise) {
                seen.add("handled");
            }

            @Override
            public void settledAgain(Object promise, Object value, boolean rejection) {
                seen.add("again " + Js.string(value) + " " + rejection);
            }
        });
        run("globalThis.p = Promise.reject('no'); p.catch(() => {}); new Promise((resolve) => { resolve(1); resolve(2); })");
        assertThat(seen).containsExactly("rejected no", "handled", "again 2 false");
    }

    @Test
    void aPromiseThatJavaSettlesRunsItsReactionsAtTheNextDrain() {
        JsPromise promise = realm.promise();
        realm.global().set("p", promise);
        run("globalThis.got = []; p.then((v) => got.push(v))");
        promise.resolve("value");
        assertThat(java("got.length")).isEqualTo(0);
        realm.drainMicrotasks(true);
        assertThat(java("got[0]")).isEqualTo("value");
    }

    // Async context

    @Test
    void reactionsCarryTheAsyncContextTheyWereMadeIn() {
        AsyncScope.Key key = new AsyncScope.Key("store");
        realm.global().set("read", realm.function("read", a -> realm.scope().get(key, "none")));
        AsyncScope before = realm.swap(realm.scope().with(key, "inside"));
        run("globalThis.seen = []; (async () => { await 1; await 2; seen.push(read()); })()");
        realm.swap(before);
        realm.drainMicrotasks(true);
        assertThat(java("seen[0]")).isEqualTo("inside");
        assertThat(java("read()")).isEqualTo("none");
    }

    // Native functions

    @Test
    void nativeFunctionsGetArgumentsAndGiveResults() {
        realm.global().set("add", realm.function("add", 2, a -> a.integer(0) + a.integer(1)));
        assertThat(java("add(40, 2)")).isEqualTo(42);
        assertThat(java("add.name + add.length")).isEqualTo("add2");
        assertThatThrownBy(() -> run("new add(1, 2)")).isInstanceOf(JsException.class);
    }

    @Test
    void errorsOfNativeFunctionsAreCaughtByJavaScript() {
        realm.global().set("fail", realm.function("fail", a -> { throw realm.typeError("wrong"); }));
        assertThat(java("try { fail() } catch (e) { e.name + ': ' + e.message }")).isEqualTo("TypeError: wrong");
    }

    @Test
    void aBugInANativeFunctionIsNoJavaScriptError() {
        realm.global().set("bug", realm.function("bug", a -> { throw new IllegalStateException("oops"); }));
        assertThatThrownBy(() -> run("try { bug() } catch { }")).isInstanceOf(NativeFailure.class).hasMessageContaining("bug");
    }

    @Test
    void anErrorMadeInJavaKeepsTheFramesOfItsCaller() {
        realm.global().set("fail", realm.function("fail", a -> { throw realm.error("x"); }));
        run("globalThis.saved = undefined; function outer() { try { fail() } catch (e) { saved = e } } outer()");
        assertThat((String) java("(function later() { return saved.stack })()")).contains("at outer (test.js:1").doesNotContain("later");
    }

    // Errors

    @Test
    void whatIsThrownArrivesWithValueAndPlace() {
        assertThatThrownBy(() -> run("1;\n  throw new RangeError('far')")).isInstanceOfSatisfying(JsException.class, e -> {
            assertThat(e.location()).hasValueSatisfying(at -> {
                assertThat(at.file()).isEqualTo("test.js");
                assertThat(at.line()).isEqualTo(2);
                assertThat(at.text()).isEqualTo("  throw new RangeError('far')");
            });
            assertThat(e.trace()).contains("RangeError: far");
        });
    }

    @Test
    void deepRecursionIsARangeError() {
        assertThat(java("(function f() { try { return f() } catch (e) { return e.name + ': ' + e.message } })()"))
                .isEqualTo("RangeError: Maximum call stack size exceeded");
    }

    @Test
    void markedErrorsHaveTheirCodeInTheStacksHeader() {
        Object mark = run("globalThis.mark = Symbol('mark')");
        realm.codedErrors(mark);
        run("class Coded extends TypeError { code = 'ERR_X'; get [mark]() { return true; } }; globalThis.e = new Coded('text')");
        assertThat((String) java("e.stack")).startsWith("TypeError [ERR_X]: text\n    at ");
        assertThat((String) java("new TypeError('plain').stack")).startsWith("TypeError: plain\n");
        assertThat(java("Error.prepareStackTrace = (e, sites) => 'mine ' + (sites.length > 0); e = new Coded('t'); e.stack")).isEqualTo("mine true");
    }

    // Scripts

    @Test
    void functionBodiesKeepThePositionsOfTheirText() {
        JsFunction body = realm.scripts().function("#!/usr/bin/env node\nreturn new Error('here').stack", "/app/file.js", "exports", "require");
        assertThat((String) Js.java(body.call(null))).contains("/app/file.js:2:8");
    }

    @Test
    void textThatDoesNotParseSaysWhere() {
        assertThatThrownBy(() -> realm.scripts().function("let a = 1;\nlet b = ;", "/app/bad.js", "exports"))
                .isInstanceOfSatisfying(Scripts.SyntaxException.class, e ->
                        assertThat(e.location()).hasValueSatisfying(at -> assertThat(at.line()).isEqualTo(2)));
    }

    @Test
    void theInnermostCallOfAProgramIsFoundInItsSource() {
        realm.global().set("whoCalls", realm.function("whoCalls", a -> CallExpression.innermost(name -> name.startsWith("node:"))));
        realm.global().set("check", realm.scripts().function("return whoCalls()", "node:check"));
        assertThat(java("check(1 +\n 2)")).isEqualTo("check(1 +\n 2)");
    }

    // Bytes

    @Test
    void bytesAreSharedBothWaysWithoutACopy() {
        byte[] memory = {1, 2, 3, 4};
        realm.global().set("view", realm.bytes(memory, 1, 2));
        assertThat(java("view.length + ',' + view[0]")).isEqualTo("2,2");
        run("view[1] = 9");
        assertThat(memory).containsExactly(1, 2, 9, 4);
        JsBytes made = (JsBytes) java("new Uint8Array([5, 6, 7]).subarray(1)");
        assertThat(made.copy()).containsExactly(6, 7);
        ByteBuffer direct = ByteBuffer.allocateDirect(2).put(0, (byte) 8);
        realm.global().set("direct", realm.bytes(direct));
        run("direct[1] = direct[0] + 1");
        assertThat(direct.get(1)).isEqualTo((byte) 9);
    }

    // Objects

    @Test
    void lazyPropertiesAreMadeOnceAndLookPlain() {
        int[] made = {0};
        realm.global().defineLazy("lazy", true, () -> ++made[0]);
        assertThat(java("lazy + lazy")).isEqualTo(2);
        assertThat(java("JSON.stringify(Object.getOwnPropertyDescriptor(globalThis, 'lazy'))"))
                .isEqualTo("{\"value\":1,\"writable\":true,\"enumerable\":true,\"configurable\":true}");
    }

    // Modules

    private static class Files implements Modules.Host {
        final Map<String, String> texts;
        final List<String> metas = new ArrayList<>();
        Modules modules;

        Files(Map<String, String> texts) {
            this.texts = texts;
        }

        @Override
        public JsModule resolve(String referrer, String specifier, Map<String, String> attributes, boolean source) {
            return modules.source(texts.get(specifier), specifier);
        }

        @Override
        public Object importDynamically(String referrer, JsObject owner, String specifier, Map<String, String> attributes, boolean source) {
            JsModule module = resolve(referrer, specifier, attributes, source);
            module.link();
            module.evaluate();
            JsPromise promise = modules.realm().promise();
            promise.resolve(module.namespace());
            return promise.raw();
        }

        @Override
        public void meta(JsObject meta, String name, JsObject owner) {
            metas.add(name);
            meta.set("url", name);
        }
    }

    private Files files(Map<String, String> texts) {
        Files files = new Files(texts);
        files.modules = new Modules(realm, files);
        return files;
    }

    @Test
    void modulesLinkEvaluateAndShowTheirNamespace() {
        Files files = files(Map.of("dep", "export let n = 1; export default import.meta.url;"));
        JsModule main = files.modules.source("import where, { n } from 'dep'; export const sum = n + 1; export { where };", "main");
        assertThat(main.status()).isEqualTo(JsModule.Status.UNLINKED);
        main.link();
        assertThat(main.asynchronous()).isFalse();
        main.evaluateNow();
        assertThat(main.status()).isEqualTo(JsModule.Status.EVALUATED);
        assertThat(main.namespace().java("sum")).isEqualTo(2);
        assertThat(main.namespace().java("where")).isEqualTo("dep");
        assertThat(files.metas).containsExactly("dep");
    }

    @Test
    void topLevelAwaitLeavesTheEvaluationPending() {
        JsModule main = files(Map.of("dep", "await 1; export const late = 2;")).modules.source("export { late } from 'dep';", "main");
        main.link();
        assertThat(main.asynchronous()).isTrue();
        Object promise = main.evaluate();
        assertThat(Modules.isPending(promise)).isTrue();
        realm.drainMicrotasks(true);
        assertThat(Modules.isPending(promise)).isFalse();
        assertThat(main.namespace().java("late")).isEqualTo(2);
    }

    @Test
    void aFailedModuleKeepsItsError() {
        JsModule main = files(Map.of()).modules.source("throw new Error('from module')", "main");
        main.link();
        assertThatThrownBy(main::evaluateNow).isInstanceOf(JsException.class);
        assertThat(main.status()).isEqualTo(JsModule.Status.FAILED);
        assertThat(main.error().trace()).contains("from module");
    }

    @Test
    void syntheticModulesGetTheirExportsWhenTheyAreEvaluated() {
        Modules[] modules = new Modules[1];
        JsModule[] made = new JsModule[1];
        modules[0] = new Modules(realm, new Files(Map.of()) {
            @Override
            public JsModule resolve(String referrer, String specifier, Map<String, String> attributes, boolean source) {
                return made[0];
            }
        });
        made[0] = modules[0].synthetic("node:x", List.of("default", "a"), set -> {
            set.set("default", "whole");
            set.set("a", 7);
        });
        JsModule main = modules[0].source("import x, { a } from 'x'; export const both = x + a;", "main");
        main.link();
        main.evaluateNow();
        assertThat(main.namespace().java("both")).isEqualTo("whole7");
    }

    @Test
    void scriptsImportDynamically() {
        files(Map.of("dep", "export const v = 'imported'"));
        run("globalThis.got = undefined; import('dep').then((m) => { got = m.v; })");
        realm.drainMicrotasks(true);
        assertThat(java("got")).isEqualTo("imported");
    }

    @Test
    void theNamesOfCommonJsExportsAreFoundInTheText() {
        CommonJsExports found = CommonJsExports.of("""
            exports.a = 1; module.exports.b = 2; exports['c'] = 3;
            Object.defineProperty(exports, 'd', { enumerable: true, get: function () { return q.d; } });
            Object.defineProperty(exports, 'no', { enumerable: true, get: function () { return 1; } });
            function later() { exports.e = exports.f = 5; }
            __exportStar(require('./all'), exports);
            """, "x.cjs");
        assertThat(found.names()).containsExactlyInAnyOrder("a", "b", "c", "d", "e", "f");
        assertThat(found.reexports()).isEqualTo(Set.of("./all"));
        CommonJsExports object = CommonJsExports.of("module.exports = { a, b: c, ...require('./more'), 'd': e, f: 1, g };", "y.cjs");
        assertThat(object.names()).containsExactlyInAnyOrder("a", "b", "d");
        assertThat(object.reexports()).isEqualTo(Set.of("./more"));
        assertThat(CommonJsExports.of("module.exports = require('./other')", "z.cjs").reexports()).isEqualTo(Set.of("./other"));
        assertThat(CommonJsExports.of("not ( javascript", "w.cjs").names()).isEmpty();
    }

    // Termination

    @Test
    void aRealmIsStoppedFromAnotherThread() throws Exception {
        Realm[] endless = new Realm[1];   // written by its thread, polled here
        Throwable[] thrown = new Throwable[1];
        Thread runner = Thread.ofPlatform().start(() -> {
            endless[0] = new Realm(new RealmOptions());
            try {
                endless[0].scripts().run("for (;;) {}", "endless.js");
            } catch (Throwable t) {
                thrown[0] = t;
            } finally {
                endless[0].close();
            }
        });
        while (endless[0] == null) Thread.sleep(1);
        endless[0].terminate(() -> {});
        runner.join();
        assertThat(endless[0].terminated()).isTrue();
        assertThat(thrown[0]).isNotNull();
    }

    @Test
    void structuredClonesAreIndependentOfTheirOriginals() {
        CloneHost host = new CloneHost() {
            @Override
            public Parts takeApart(JsObject object, boolean transfer) {
                throw new AssertionError();
            }

            @Override
            public Object[] companions(JsObject object) {
                return new Object[0];
            }

            @Override
            public Object create(String kind) {
                throw new AssertionError();
            }

            @Override
            public void fill(Object object, Object data) {
                throw new AssertionError();
            }

            @Override
            public JsException failure(String message) {
                return realm.error(message);
            }

            @Override
            public JsException refusal(Object value) {
                return realm.error("refused");
            }
        };
        Object original = run("globalThis.o = { list: [1, new Map([['k', 2n]])], when: new Date(5) }; o.self = o; o");
        Object copy = StructuredClone.of(realm, original, new Object[0], host).revive(realm, host);
        realm.global().set("c", copy);
        assertThat(java("[c !== o, c.self === c, c.list[1].get('k') === 2n, c.when.getTime()].join()")).isEqualTo("true,true,true,5");
        assertThatThrownBy(() -> StructuredClone.of(realm, run("() => {}"), new Object[0], host))
                .isInstanceOf(JsException.class).hasMessageContaining("refused");
    }
}
