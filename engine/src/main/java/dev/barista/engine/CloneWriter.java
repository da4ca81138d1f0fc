package dev.barista.engine;

import com.oracle.truffle.api.strings.TruffleString;
import com.oracle.truffle.js.runtime.BigInt;
import com.oracle.truffle.js.runtime.JSRealm;
import com.oracle.truffle.js.runtime.JSRuntime;
import com.oracle.truffle.js.runtime.Strings;
import com.oracle.truffle.js.runtime.builtins.JSAbstractArray;
import com.oracle.truffle.js.runtime.builtins.JSArray;
import com.oracle.truffle.js.runtime.builtins.JSArrayBuffer;
import com.oracle.truffle.js.runtime.builtins.JSArrayBufferObject;
import com.oracle.truffle.js.runtime.builtins.JSArrayBufferView;
import com.oracle.truffle.js.runtime.builtins.JSArrayBufferViewBase;
import com.oracle.truffle.js.runtime.builtins.JSArrayObject;
import com.oracle.truffle.js.runtime.builtins.JSBigIntObject;
import com.oracle.truffle.js.runtime.builtins.JSBooleanObject;
import com.oracle.truffle.js.runtime.builtins.JSDataViewObject;
import com.oracle.truffle.js.runtime.builtins.JSDateObject;
import com.oracle.truffle.js.runtime.builtins.JSError;
import com.oracle.truffle.js.runtime.builtins.JSErrorObject;
import com.oracle.truffle.js.runtime.builtins.JSMapObject;
import com.oracle.truffle.js.runtime.builtins.JSNonProxy;
import com.oracle.truffle.js.runtime.builtins.JSNumberObject;
import com.oracle.truffle.js.runtime.builtins.JSObjectPrototype;
import com.oracle.truffle.js.runtime.builtins.JSOrdinary;
import com.oracle.truffle.js.runtime.builtins.JSRegExpObject;
import com.oracle.truffle.js.runtime.builtins.JSSetObject;
import com.oracle.truffle.js.runtime.builtins.JSSharedArrayBuffer;
import com.oracle.truffle.js.runtime.builtins.JSStringObject;
import com.oracle.truffle.js.runtime.builtins.JSTypedArrayObject;
import com.oracle.truffle.js.runtime.builtins.wasm.JSWebAssemblyMemoryObject;
import com.oracle.truffle.js.runtime.builtins.wasm.JSWebAssemblyModuleObject;
import com.oracle.truffle.js.runtime.objects.JSObject;
import com.oracle.truffle.js.runtime.objects.JSObjectUtil;
import com.oracle.truffle.js.runtime.objects.Null;
import com.oracle.truffle.js.runtime.objects.PropertyDescriptor;
import com.oracle.truffle.js.runtime.objects.Undefined;
import com.oracle.truffle.js.runtime.util.JSHashMap;
import com.oracle.truffle.js.runtime.util.TRegexUtil;
import dev.barista.engine.StructuredClone.Kind;
import dev.barista.engine.StructuredClone.Portable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Writes one value onto the tape of a {@link StructuredClone}. Realm's thread only, for one use. */
final class CloneWriter {
    private static final TruffleString UNNAMED = Strings.fromJavaString("Error");

    private final Realm realm;
    private final CloneHost host;
    private final List<Object> tape = new ArrayList<>();
    private final Map<Object, Integer> seen = new IdentityHashMap<>();
    private final Set<JSArrayBufferObject> movedBuffers = new LinkedHashSet<>();
    private final Set<JSObject> movedObjects = new LinkedHashSet<>();
    private final List<JSObject> hosted = new ArrayList<>();

    CloneWriter(Realm realm, CloneHost host) {
        this.realm = realm;
        this.host = host;
    }

    StructuredClone write(Object value, Object[] transfer) {
        for (Object o : transfer) move(o);
        write(value);
        for (JSObject o : movedObjects) {
            if (!hosted.contains(o)) hosted.add(o);
        }
        List<String> kinds = new ArrayList<>();
        for (int i = 0; i < hosted.size(); i++) {   // taking one apart may bring up more
            JSObject o = hosted.get(i);
            CloneHost.Parts parts = host.takeApart(new JsObject(o), movedObjects.contains(o));
            kinds.add(parts.kind());
            write(parts.data());
        }
        for (JSArrayBufferObject b : movedBuffers) JSArrayBuffer.detachArrayBuffer(b);
        return new StructuredClone(tape, kinds);
    }

    private void move(Object value) {
        boolean buffer = value instanceof JSArrayBufferObject && !(value instanceof JSArrayBufferObject.Shared);
        if (!(value instanceof JSObject object) || !buffer && !Clones.isMarked(object) && !Clones.isFixed(object)) {
            throw host.failure("Found invalid value in transferList.").unwrap();
        }
        if (!Clones.isTransferable(object)) throw host.failure("Cannot transfer object of unsupported type.").unwrap();
        if (object instanceof JSArrayBufferObject b) {
            if (!movedBuffers.add(b)) throw host.failure("Transfer list contains duplicate ArrayBuffer").unwrap();
        } else {
            if (!movedObjects.add(object)) throw host.failure("Transfer list contains duplicate " + constructorName(object)).unwrap();
            for (Object o : host.companions(new JsObject(object))) {
                if (!movedObjects.contains(o)) move(o);
            }
        }
    }

    private static String constructorName(JSObject object) {
        return JSObject.get(object, JSObject.CONSTRUCTOR) instanceof JSObject constructor
                ? JSRuntime.toString(JSObject.get(constructor, Strings.NAME)).toJavaStringUncached() : "Object";
    }

    private void write(Object value) {
        if (isPrimitive(value)) {
            tape.add(value);
        } else if (value instanceof JSObject object) {
            Integer number = seen.putIfAbsent(object, seen.size());
            if (number == null) writeObject(object);
            else add(Kind.SEEN, number);
        } else {
            throw host.refusal(value).unwrap();
        }
    }

    private static boolean isPrimitive(Object value) {
        return value instanceof TruffleString || value instanceof Number || value instanceof Boolean || value instanceof BigInt
                || value == Undefined.instance || value == Null.instance;
    }

    private void add(Object... items) {
        tape.addAll(Arrays.asList(items));
    }

    private void writeObject(JSObject object) {
        switch (object) {
            case JSArrayObject a -> writeArray(a);
            case JSArrayBufferObject.Shared b -> add(Kind.SHARED_ARRAY_BUFFER, b.getByteBuffer(), b.getByteLengthObject(), b.getMaxByteLength(), b.getWaiterList());
            case JSArrayBufferObject b -> writeBuffer(b);
            case JSTypedArrayObject t -> writeTypedArray(t);
            case JSDataViewObject d -> writeDataView(d);
            case JSMapObject m -> writeEntries(Kind.MAP, m.getMap(), true);
            case JSSetObject s -> writeEntries(Kind.SET, s.getMap(), false);
            case JSDateObject d -> add(Kind.DATE, d.getTimeMillis());
            case JSRegExpObject r -> writeRegExp(r);
            case JSBooleanObject b -> add(Kind.BOOLEAN_OBJECT, b.getBooleanValue());
            case JSNumberObject n -> add(Kind.NUMBER_OBJECT, n.getNumber());
            case JSStringObject s -> add(Kind.STRING_OBJECT, s.getString());
            case JSBigIntObject b -> add(Kind.BIGINT_OBJECT, b.getBigIntValue());
            case JSWebAssemblyModuleObject m -> add(Kind.WASM_MODULE, m.getWASMModule(), m.getWASMSource(), realm.context());
            case JSWebAssemblyMemoryObject m when m.isShared() -> writeMemory(m);
            case JSObject o when Clones.isMarked(o) -> writeHosted(o);
            case JSErrorObject e -> writeError(e);
            case JSObject o when JsObject.hostOf(o) instanceof Portable p -> add(Kind.JAVA, p);
            case JSObject o when JSObject.getJSClass(o) == JSOrdinary.INSTANCE || JSObject.getJSClass(o) == JSObjectPrototype.INSTANCE
                    || Clones.isPlain(o) -> {
                tape.add(Kind.OBJECT);
                writeProperties(o, JSObject.enumerableOwnNames(o));
            }
            default -> throw host.refusal(object).unwrap();
        }
    }

    private void writeHosted(JSObject object) {
        if (!movedObjects.contains(object) && (Clones.mode(object) & Clones.CLONEABLE) == 0) {
            throw host.failure((Clones.mode(object) & Clones.TRANSFERABLE) != 0
                    ? "Object that needs transfer was found in message but not listed in transferList"
                    : "Cannot clone object of unsupported type.").unwrap();
        }
        int index = hosted.indexOf(object);
        if (index < 0) {
            index = hosted.size();
            hosted.add(object);
        }
        add(Kind.HOSTED, index);
    }

    private void writeProperties(JSObject object, List<? extends Object> names) {
        int count = tape.size();
        tape.add(0);
        int written = 0;
        for (Object name : names) {
            if (!JSObject.hasOwnProperty(object, name)) continue;   // a getter of an earlier one removed it
            tape.add(name);
            write(JSObject.get(object, name));
            written++;
        }
        tape.set(count, written);
    }

    private void writeArray(JSArrayObject array) {
        long length = JSAbstractArray.arrayGetLength(array);
        if (JSArray.arrayGetArrayType(array).hasHoles(array)) {
            add(Kind.SPARSE_ARRAY, length);
            writeProperties(array, JSObject.enumerableOwnNames(array));
            return;
        }
        add(Kind.ARRAY, length);
        for (long i = 0; i < length; i++) write(JSObject.get(array, i));
        writeProperties(array, namedProperties(array));
    }

    /** Names of the enumerable properties that are not elements. */
    private static List<Object> namedProperties(JSArrayObject array) {
        List<Object> names = new ArrayList<>();
        for (Object key : JSNonProxy.ordinaryOwnPropertyKeys(array)) {
            if (key instanceof TruffleString && JSObject.getOwnProperty(array, key) instanceof PropertyDescriptor p && p.getEnumerable()) names.add(key);
        }
        return names;
    }

    private void writeEntries(Kind kind, JSHashMap map, boolean values) {
        List<Object> entries = new ArrayList<>();   // first, as getters may change the collection
        JSHashMap.Cursor cursor = map.getEntries();
        while (cursor.advance()) {
            entries.add(cursor.getKey());
            if (values) entries.add(cursor.getValue());
        }
        add(kind, entries.size());
        for (Object entry : entries) write(entry);
    }

    private void writeRegExp(JSRegExpObject regExp) {
        Object compiled = regExp.getCompiledRegex();
        Object flags = TRegexUtil.InteropReadMemberNode.getUncached().execute(null, compiled, TRegexUtil.Props.CompiledRegex.FLAGS);
        var text = TRegexUtil.InteropReadStringMemberNode.getUncached();
        add(Kind.REGEXP, text.execute(null, compiled, TRegexUtil.Props.CompiledRegex.PATTERN), text.execute(null, flags, TRegexUtil.Props.Flags.SOURCE));
    }

    private void writeError(JSErrorObject error) {
        Object name = JSObject.get(error, Strings.NAME);
        PropertyDescriptor message = JSObject.getOwnProperty(error, Strings.MESSAGE);
        boolean hasMessage = message != null && message.isDataDescriptor();
        PropertyDescriptor cause = JSObject.getOwnProperty(error, Strings.CAUSE);
        boolean hasCause = cause != null && cause.isDataDescriptor();
        Object stack = JSObject.get(error, JSError.STACK_NAME);
        add(Kind.ERROR, name == Undefined.instance ? UNNAMED : JSRuntime.toString(name),
                hasMessage ? JSRuntime.toString(message.getValue()) : Undefined.instance,
                stack instanceof TruffleString ? stack : Undefined.instance, hasCause);
        if (hasCause) write(cause.getValue());
    }

    private void writeBuffer(JSArrayBufferObject buffer) {
        if (buffer.isDetached()) throw host.failure("An ArrayBuffer is detached and could not be cloned.").unwrap();
        JsBytes bytes = JsBytes.of(buffer);
        Object memory = movedBuffers.contains(buffer) ? ownMemory(buffer) : Arrays.copyOf(bytes.copy(), Math.max(bytes.length(), buffer.getMaxByteLength()));
        add(Kind.ARRAY_BUFFER, memory, buffer.getByteLength(), buffer.getMaxByteLength());
    }

    private Object ownMemory(JSArrayBufferObject buffer) {
        return switch (buffer) {
            case JSArrayBufferObject.Heap h -> h.getByteArray();
            case JSArrayBufferObject.DirectBase d -> d.getByteBuffer();
            default -> throw host.failure("Cannot transfer object of unsupported type.").unwrap();
        };
    }

    private void writeTypedArray(JSTypedArrayObject array) {
        if (!array.getArrayBuffer().isDetached() && JSArrayBufferView.isOutOfBounds(array, realm.context())) throw host.refusal(array).unwrap();
        add(Kind.TYPED_ARRAY, array.getArrayType().getFactory(), array.hasAutoLength() ? JSArrayBufferViewBase.AUTO_LENGTH : array.getLength(), array.getByteOffset());
        write(array.getArrayBuffer());
    }

    private void writeDataView(JSDataViewObject view) {
        add(Kind.DATA_VIEW, view.hasAutoLength() ? JSArrayBufferViewBase.AUTO_LENGTH : view.getByteLengthFixed(), view.getByteOffset());
        write(view.getArrayBuffer());
    }

    private void writeMemory(JSWebAssemblyMemoryObject memory) {
        JSRealm inner = realm.realm();
        add(Kind.WASM_MEMORY, memory.getWASMMemory(), JSSharedArrayBuffer.getWaiterList(memory.getBufferObject(realm.context(), inner)));
    }
}
