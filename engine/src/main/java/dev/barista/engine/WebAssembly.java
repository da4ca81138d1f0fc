package dev.barista.engine;

import com.oracle.truffle.api.interop.InteropException;
import com.oracle.truffle.api.interop.InteropLibrary;
import com.oracle.truffle.api.source.Source;
import com.oracle.truffle.js.builtins.wasm.WebAssemblyBuiltins;
import com.oracle.truffle.js.lang.JavaScriptLanguage;
import com.oracle.truffle.js.runtime.JSContext;
import com.oracle.truffle.js.runtime.JSErrorType;
import com.oracle.truffle.js.runtime.JSRealm;
import com.oracle.truffle.js.runtime.Strings;
import com.oracle.truffle.js.runtime.builtins.JSArrayBufferObject;
import com.oracle.truffle.js.runtime.builtins.JSConstructor;
import com.oracle.truffle.js.runtime.builtins.wasm.JSWebAssembly;
import com.oracle.truffle.js.runtime.builtins.wasm.JSWebAssemblyGlobal;
import com.oracle.truffle.js.runtime.builtins.wasm.JSWebAssemblyInstance;
import com.oracle.truffle.js.runtime.builtins.wasm.JSWebAssemblyMemory;
import com.oracle.truffle.js.runtime.builtins.wasm.JSWebAssemblyMemoryGrowCallback;
import com.oracle.truffle.js.runtime.builtins.wasm.JSWebAssemblyMemoryNotifyCallback;
import com.oracle.truffle.js.runtime.builtins.wasm.JSWebAssemblyMemoryWaitCallback;
import com.oracle.truffle.js.runtime.builtins.wasm.JSWebAssemblyModule;
import com.oracle.truffle.js.runtime.builtins.wasm.JSWebAssemblyModuleObject;
import com.oracle.truffle.js.runtime.builtins.wasm.JSWebAssemblyTable;
import com.oracle.truffle.js.runtime.interop.JSInteropUtil;
import com.oracle.truffle.js.runtime.objects.JSModuleLoader;
import com.oracle.truffle.js.runtime.objects.JSObject;
import java.lang.reflect.Field;
import java.nio.ByteBuffer;

/**
 * The engine's {@code WebAssembly}, begun when a program first asks for it. The option {@code js.webassembly} would begin it with every
 * realm, and with it another language of the polyglot engine; a realm made without the option is given here what its constructor
 * would have given it. Realm's thread only.
 */
final class WebAssembly {
    private static final String OBJECT = "webAssemblyObject";

    /** The engine's names for what it asks the other language to do: the field of a {@link JSRealm}, and the language's member. */
    private static final String[][] OPERATIONS = {
        {"wasmTableAlloc", "table_alloc"}, {"wasmTableGrow", "table_grow"}, {"wasmTableRead", "table_read"},
        {"wasmTableWrite", "table_write"}, {"wasmTableLength", "table_size"}, {"wasmFuncType", "func_type"}, {"wasmIsFunc", "is_func"},
        {"wasmMemAlloc", "mem_alloc"}, {"wasmMemGrow", "mem_grow"}, {"wasmMemAsByteBuffer", "mem_as_byte_buffer"},
        {"wasmGlobalAlloc", "global_alloc"}, {"wasmGlobalRead", "global_read"}, {"wasmGlobalWrite", "global_write"},
        {"wasmModuleInstantiate", "module_instantiate"}, {"wasmModuleExports", "module_exports"}, {"wasmModuleImports", "module_imports"},
        {"wasmCustomSections", "custom_sections"}, {"wasmInstanceExport", "instance_export"},
        {"wasmEmbedderDataGet", "embedder_data_get"}, {"wasmEmbedderDataSet", "embedder_data_set"}, {"wasmRefNull", "ref_null"},
    };

    private WebAssembly() {}

    /** Whether a realm has begun it. */
    static boolean isBegun(JSRealm realm) throws ReflectiveOperationException {
        return field(OBJECT).get(realm) != null;
    }

    /** The realm's {@code WebAssembly}, begun if it has not been. */
    static JSObject of(JSRealm realm) {
        try {
            return isBegun(realm) ? (JSObject) field(OBJECT).get(realm) : begin(realm);
        } catch (ReflectiveOperationException | InteropException e) {
            throw changed(e);
        }
    }

    private static JSObject begin(JSRealm realm) throws ReflectiveOperationException, InteropException {
        var env = realm.getEnv();
        env.initializeLanguage(env.getInternalLanguages().get(JavaScriptLanguage.WASM_LANGUAGE_ID));
        Object language = env.importSymbol(JSWebAssembly.CLASS_NAME.toJavaStringUncached());
        InteropLibrary interop = InteropLibrary.getUncached();
        for (String[] operation : OPERATIONS) field(operation[0]).set(realm, interop.readMember(language, operation[1]));
        interop.execute(interop.readMember(language, "mem_set_grow_callback"), new JSWebAssemblyMemoryGrowCallback(realm));
        interop.execute(interop.readMember(language, "mem_set_notify_callback"), new JSWebAssemblyMemoryNotifyCallback(realm, realm.getContext()));
        interop.execute(interop.readMember(language, "mem_set_wait_callback"), new JSWebAssemblyMemoryWaitCallback(realm, realm.getContext()));

        JSObject object = JSWebAssembly.create(realm);
        JsObject properties = new JsObject(object);
        Object instantiate = properties.get("instantiate");   // V8 has it after validate
        properties.delete("instantiate");
        properties.set("instantiate", instantiate);
        add(realm, properties, "Module", JSWebAssemblyModule.createConstructor(realm));
        add(realm, properties, "Instance", JSWebAssemblyInstance.createConstructor(realm));
        add(realm, properties, "Table", JSWebAssemblyTable.createConstructor(realm));
        add(realm, properties, "Memory", JSWebAssemblyMemory.createConstructor(realm));
        add(realm, properties, "Global", JSWebAssemblyGlobal.createConstructor(realm));
        for (JSErrorType error : new JSErrorType[] {JSErrorType.CompileError, JSErrorType.LinkError, JSErrorType.RuntimeError}) {
            properties.defineHidden(error.name(), new JsObject(realm.getErrorConstructor(error)));
        }
        field(OBJECT).set(realm, object);
        return object;
    }

    /** The compiled module again in a realm; one that another engine has compiled is compiled from its bytes. */
    static JSWebAssemblyModuleObject module(JSRealm realm, Object compiled, Source source, JSContext home) {
        of(realm);
        Object own = home == realm.getContext() ? compiled : WebAssemblyBuiltins.moduleDecode(realm, source);
        return JSWebAssemblyModule.create(realm.getContext(), realm, own, source);
    }

    /** What a memory's {@code buffer} holds, without a copy. */
    static ByteBuffer bytes(JSArrayBufferObject.Interop buffer) {
        return JSInteropUtil.foreignInteropBufferAsByteBuffer(buffer.getInteropBuffer(), InteropLibrary.getUncached(), JSRealm.get(null));
    }

    /** Has {@code loader} say what modules of WebAssembly import: the engine asks the realm's loader, and gives it no other. */
    static void loadWith(JSRealm realm, JSModuleLoader loader) {
        try {
            field("moduleLoader").set(realm, loader);
        } catch (ReflectiveOperationException e) {
            throw changed(e);
        }
    }

    private static IllegalStateException changed(Exception e) {
        return new IllegalStateException("the engine's WebAssembly is not what it was", e);
    }

    private static void add(JSRealm realm, JsObject object, String name, JSConstructor made) throws ReflectiveOperationException {
        field("webAssembly" + name + "Constructor").set(realm, made.getFunctionObject());
        field("webAssembly" + name + "Prototype").set(realm, made.getPrototype());
        object.defineHidden(name, new JsObject(made.getFunctionObject()));
    }

    private static Field field(String name) throws ReflectiveOperationException {
        Field field = JSRealm.class.getDeclaredField(name);
        field.setAccessible(true);
        return field;
    }
}
