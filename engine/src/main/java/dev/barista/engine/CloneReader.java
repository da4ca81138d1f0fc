package dev.barista.engine;

import com.oracle.truffle.api.strings.TruffleString;
import com.oracle.truffle.api.source.Source;
import com.oracle.truffle.js.runtime.BigInt;
import com.oracle.truffle.js.runtime.JSAgentWaiterList;
import com.oracle.truffle.js.runtime.JSContext;
import com.oracle.truffle.js.runtime.JSErrorType;
import com.oracle.truffle.js.runtime.JSRealm;
import com.oracle.truffle.js.runtime.JSRuntime;
import com.oracle.truffle.js.runtime.RegexCompilerInterface;
import com.oracle.truffle.js.runtime.Strings;
import com.oracle.truffle.js.runtime.array.TypedArray;
import com.oracle.truffle.js.runtime.array.TypedArrayFactory;
import com.oracle.truffle.js.runtime.builtins.JSArray;
import com.oracle.truffle.js.runtime.builtins.JSArrayBuffer;
import com.oracle.truffle.js.runtime.builtins.JSArrayBufferObject;
import com.oracle.truffle.js.runtime.builtins.JSArrayBufferView;
import com.oracle.truffle.js.runtime.builtins.JSArrayBufferViewBase;
import com.oracle.truffle.js.runtime.builtins.JSBigInt;
import com.oracle.truffle.js.runtime.builtins.JSBoolean;
import com.oracle.truffle.js.runtime.builtins.JSDataView;
import com.oracle.truffle.js.runtime.builtins.JSDate;
import com.oracle.truffle.js.runtime.builtins.JSError;
import com.oracle.truffle.js.runtime.builtins.JSErrorObject;
import com.oracle.truffle.js.runtime.builtins.JSMap;
import com.oracle.truffle.js.runtime.builtins.JSMapObject;
import com.oracle.truffle.js.runtime.builtins.JSNumber;
import com.oracle.truffle.js.runtime.builtins.JSOrdinary;
import com.oracle.truffle.js.runtime.builtins.JSRegExp;
import com.oracle.truffle.js.runtime.builtins.JSSet;
import com.oracle.truffle.js.runtime.builtins.JSSetObject;
import com.oracle.truffle.js.runtime.builtins.JSSharedArrayBuffer;
import com.oracle.truffle.js.runtime.builtins.JSString;
import com.oracle.truffle.js.runtime.builtins.wasm.JSWebAssemblyMemory;
import com.oracle.truffle.js.runtime.objects.JSAttributes;
import com.oracle.truffle.js.runtime.objects.JSObject;
import com.oracle.truffle.js.runtime.objects.JSObjectUtil;
import com.oracle.truffle.js.runtime.objects.Undefined;
import com.oracle.truffle.js.runtime.util.JSHashMap;
import dev.barista.engine.StructuredClone.Kind;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** Makes the value on the tape of a {@link StructuredClone} in a realm. Realm's thread only, for one use. */
final class CloneReader {
    private static final Set<String> ERROR_NAMES = Set.of("EvalError", "RangeError", "ReferenceError", "SyntaxError", "TypeError", "URIError");

    private final Realm outer;
    private final JSRealm realm;
    private final JSContext context;
    private final CloneMaker maker;
    private final Iterator<Object> tape;
    private final List<Object> seen = new ArrayList<>();
    private final List<Object> hosted = new ArrayList<>();

    CloneReader(Realm realm, JSRealm target, CloneMaker maker, List<Object> tape, List<String> kinds) {
        this.outer = realm;
        this.realm = target;
        this.context = realm.context();
        this.maker = maker;
        this.tape = tape.iterator();
        for (String kind : kinds) hosted.add(maker.create(kind));
    }

    Object read() {
        Object value = value();
        for (Object o : hosted) maker.fill(o, value());
        return value;
    }

    private <T> T next(Class<T> type) {
        return type.cast(tape.next());
    }

    private int integer() {
        return next(Integer.class);
    }

    private Object value() {
        Object item = tape.next();
        return item instanceof Kind kind ? object(kind) : item;
    }

    private Object object(Kind kind) {
        if (kind == Kind.SEEN) return seen.get(integer());
        int number = seen.size();
        seen.add(null);
        return switch (kind) {
            case OBJECT -> properties(known(number, JSOrdinary.create(context, realm)));
            case ARRAY -> array(number);
            case SPARSE_ARRAY -> properties(known(number, JSArray.createEmptyChecked(context, realm, next(Long.class))));
            case MAP -> map(known(number, JSMap.create(context, realm)));
            case SET -> set(known(number, JSSet.create(context, realm)));
            case HOSTED -> known(number, hosted.get(integer()));
            case ERROR -> error(number);
            default -> known(number, leaf(kind));
        };
    }

    private <T> T known(int number, T object) {
        seen.set(number, object);
        return object;
    }

    private Object leaf(Kind kind) {
        return switch (kind) {
            case DATE -> JSDate.create(context, realm, next(Double.class));
            case REGEXP -> regExp(next(TruffleString.class), next(TruffleString.class));
            case BOOLEAN_OBJECT -> JSBoolean.create(context, realm, next(Boolean.class));
            case NUMBER_OBJECT -> JSNumber.create(context, realm, next(Number.class));
            case STRING_OBJECT -> JSString.create(context, realm, next(TruffleString.class));
            case BIGINT_OBJECT -> JSBigInt.create(context, realm, next(BigInt.class));
            case ARRAY_BUFFER -> buffer(tape.next(), integer(), integer());
            case SHARED_ARRAY_BUFFER -> sharedBuffer();
            case TYPED_ARRAY -> typedArray(next(TypedArrayFactory.class), integer(), integer());
            case DATA_VIEW -> dataView(integer(), integer());
            case JAVA -> outer.wrap(tape.next()).raw();
            case WASM_MODULE -> WebAssembly.module(realm, tape.next(), next(Source.class), next(JSContext.class));
            case WASM_MEMORY -> memory();
            default -> throw new IllegalStateException("on the tape: " + kind);
        };
    }

    private JSObject properties(JSObject object) {
        for (int i = integer(); i > 0; i--) {
            Object key = JSRuntime.toPropertyKey(tape.next());
            JSRuntime.createDataProperty(object, key, value());
        }
        return object;
    }

    private Object array(int number) {
        long length = next(Long.class);
        JSObject array = known(number, JSArray.createEmptyChecked(context, realm, length));
        for (long i = 0; i < length; i++) JSObject.set(array, i, value());
        return properties(array);
    }

    private JSMapObject map(JSMapObject object) {
        JSHashMap map = object.getMap();
        for (int i = integer(); i > 0; i -= 2) map.put(value(), value());
        return object;
    }

    private JSSetObject set(JSSetObject object) {
        JSHashMap map = object.getMap();
        for (int i = integer(); i > 0; i--) {
            Object value = value();
            map.put(value, value);
        }
        return object;
    }

    private Object regExp(TruffleString pattern, TruffleString flags) {
        return JSRegExp.create(context, realm, RegexCompilerInterface.compile(pattern, flags, context, realm));
    }

    private JSErrorObject error(int number) {
        String name = next(TruffleString.class).toJavaStringUncached();
        JSErrorType type = ERROR_NAMES.contains(name) ? JSErrorType.valueOf(name) : JSErrorType.Error;
        JSErrorObject error = known(number, JSError.create(type, realm, tape.next()));
        JSObject.set(error, JSError.STACK_NAME, tape.next());
        if (next(Boolean.class)) JSObjectUtil.defineDataProperty(error, Strings.CAUSE, value(), JSAttributes.getDefaultNotEnumerable());
        return error;
    }

    private JSArrayBufferObject buffer(Object memory, int length, int maxLength) {
        if (memory instanceof ByteBuffer direct) return JSArrayBuffer.createDirectArrayBuffer(context, realm, direct, length, maxLength);
        return JSArrayBuffer.createArrayBuffer(context, realm, (byte[]) memory, length, maxLength);
    }

    private Object sharedBuffer() {
        var buffer = (JSArrayBufferObject.Shared) JSSharedArrayBuffer.createSharedArrayBuffer(context, realm, next(ByteBuffer.class), next(AtomicInteger.class), integer());
        buffer.setWaiterList(next(JSAgentWaiterList.class));
        return buffer;
    }

    private Object typedArray(TypedArrayFactory factory, int length, int offset) {
        JSArrayBufferObject buffer = (JSArrayBufferObject) value();
        TypedArray type = factory.createArrayType(JsBytes.of(buffer).bufferType(), offset != 0, length != JSArrayBufferViewBase.AUTO_LENGTH);
        return JSArrayBufferView.createArrayBufferView(context, realm, buffer, factory, type, offset, length);
    }

    private Object dataView(int length, int offset) {
        return JSDataView.createDataView(context, realm, (JSArrayBufferObject) value(), offset, length);
    }

    private Object memory() {
        WebAssembly.of(realm);
        var memory = JSWebAssemblyMemory.create(context, realm, tape.next(), true);
        JSSharedArrayBuffer.setWaiterList(memory.getBufferObject(context, realm), next(JSAgentWaiterList.class));
        return memory;
    }
}
