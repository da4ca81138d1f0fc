package dev.barista.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** WebAssembly costs a realm nothing until it is asked for, and then is whole. */
class WebAssemblyTest {
    /** Of a module that exports {@code memory}, one page. */
    private static final String MODULE =
            "new WebAssembly.Module(Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, 5, 3, 1, 0, 1, 7, 10, 1, 6, 109, 101, 109, 111, 114, 121, 2, 0))";

    private Realm realm;

    @BeforeEach
    void open() {
        realm = new Realm(new RealmOptions());
    }

    @AfterEach
    void close() {
        realm.close();
    }

    private static Object run(Realm in, String text) {
        return in.scripts().run(text, "test.js");
    }

    private static void define(Realm in) {
        in.global().defineLazy("WebAssembly", false, in::webAssembly);
    }

    @Test
    void aRealmBeginsWithoutIt() throws ReflectiveOperationException {
        define(realm);
        assertFalse(WebAssembly.isBegun(realm.realm()));
        assertEquals("object", Js.java(run(realm, "typeof WebAssembly")));
        assertTrue(WebAssembly.isBegun(realm.realm()));
        assertSame(realm.webAssembly().raw(), run(realm, "WebAssembly"));
    }

    @Test
    void aMemoryIsSeenByJava() {
        define(realm);
        JsBytes bytes = JsBytes.of(run(realm, "memory = new WebAssembly.Instance(" + MODULE + ").exports.memory; new Uint8Array(memory.buffer, 8, 4)"));
        bytes.put(1, new byte[] {7, 8}, 0, 2);
        assertEquals("0,7,8,0", Js.java(run(realm, "String(new Uint8Array(memory.buffer, 8, 4))")));
        assertEquals(0, JsBytes.of(run(realm, "const old = memory.buffer; memory.grow(1); old")).length());
    }

    @Test
    void aModuleIsCompiledAgainForARealmOfAnotherThread() throws Exception {
        define(realm);
        StructuredClone clone = StructuredClone.of(realm, run(realm, MODULE), new Object[0], null);
        CompletableFuture<Object> exports = new CompletableFuture<>();
        Thread other = new Thread(() -> {
            try (Realm second = new Realm(new RealmOptions())) {
                define(second);
                second.global().set("received", clone.revive(second, null));
                exports.complete(Js.java(run(second, "new WebAssembly.Instance(received).exports.memory.buffer.byteLength")));
            } catch (RuntimeException | Error e) {
                exports.completeExceptionally(e);
            }
        });
        other.start();
        assertEquals(65536, exports.get());
        other.join();
    }
}
