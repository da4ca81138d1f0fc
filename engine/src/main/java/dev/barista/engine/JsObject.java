package dev.barista.engine;

import com.oracle.truffle.api.object.HiddenKey;
import com.oracle.truffle.api.strings.TruffleString;
import com.oracle.truffle.js.runtime.JSRuntime;
import com.oracle.truffle.js.runtime.Strings;
import com.oracle.truffle.js.runtime.Symbol;
import com.oracle.truffle.js.runtime.builtins.JSArray;
import com.oracle.truffle.js.runtime.builtins.JSFunctionObject;
import com.oracle.truffle.js.runtime.objects.JSAttributes;
import com.oracle.truffle.js.runtime.objects.JSObject;
import com.oracle.truffle.js.runtime.objects.JSObjectUtil;
import com.oracle.truffle.js.runtime.objects.Null;
import com.oracle.truffle.js.runtime.objects.PropertyProxy;
import com.oracle.truffle.js.runtime.objects.Undefined;
import com.oracle.truffle.js.runtime.objects.JSDynamicObject;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** A JavaScript object as Java holds it. Realm's thread only. Two of them are equal when they are the same object. */
public class JsObject {
    static final HiddenKey HOST = new HiddenKey("host");

    final JSObject object;

    JsObject(JSObject object) {
        this.object = object;
    }

    /** The property's value as an opaque engine value; getters run and may throw {@link JsException}. */
    public Object get(String key) {
        return JsException.guard(() -> JSObject.get(object, Strings.fromJavaString(key)));
    }

    /** The property's value in Java's form, see {@link Args#java}. */
    public Object java(String key) {
        return Values.toJava(get(key));
    }

    /** The property as a String, or {@code null} where it isn't a string. */
    public String string(String key) {
        return get(key) instanceof TruffleString s ? s.toJavaStringUncached() : null;
    }

    /** The property as a function, or {@code null} where it isn't one. */
    public JsFunction function(String key) {
        return get(key) instanceof JSFunctionObject f ? new JsFunction(f) : null;
    }

    /** The property as an object, or {@code null} where it isn't one. */
    public JsObject object(String key) {
        return get(key) instanceof JSObject o ? new JsObject(o) : null;
    }

    public boolean has(String key) {
        return JSObject.hasProperty(object, Strings.fromJavaString(key));
    }

    public boolean hasOwn(String key) {
        return JSObject.hasOwnProperty(object, Strings.fromJavaString(key));
    }

    /** Assigns the property; setters run. */
    public void set(String key, Object value) {
        JsException.guard(() -> JSObject.set(object, Strings.fromJavaString(key), Values.toEngine(value)));
    }

    public void set(int index, Object value) {
        JsException.guard(() -> JSObject.set(object, index, Values.toEngine(value)));
    }

    /** Element {@code index} as an opaque engine value. */
    public Object get(int index) {
        return JsException.guard(() -> JSObject.get(object, index));
    }

    public boolean delete(String key) {
        return JSObject.delete(object, Strings.fromJavaString(key));
    }

    /** Defines a data property that is writable and configurable and not enumerable, as built-in methods are. */
    public void defineHidden(String key, Object value) {
        define(key, value, JSAttributes.getDefaultNotEnumerable());
    }

    /** Defines an enumerable data property that can neither be written nor configured. */
    public void defineConstant(String key, Object value) {
        define(key, value, JSAttributes.notConfigurableEnumerableNotWritable());
    }

    private void define(String key, Object value, int flags) {
        JSObjectUtil.defineDataProperty(object, Strings.fromJavaString(key), Values.toEngine(value), flags);
    }

    /** Defines a configurable accessor; {@code setter} may be {@code null}. */
    public void defineAccessor(String key, JsFunction getter, JsFunction setter, boolean enumerable) {
        int flags = enumerable ? JSAttributes.getDefault() : JSAttributes.getDefaultNotEnumerable();
        JSObjectUtil.putBuiltinAccessorProperty(object, Strings.fromJavaString(key), getter.object, setter == null ? Undefined.instance : setter.object, flags);
    }

    /**
     * Defines what looks like a plain writable, configurable data property, whose value is made when it is first read. An
     * assignment before that replaces it.
     */
    public void defineLazy(String key, boolean enumerable, Supplier<Object> value) {
        defineLazy((Object) Strings.fromJavaString(key), enumerable ? JSAttributes.getDefault() : JSAttributes.getDefaultNotEnumerable(), value);
    }

    /** Defines what looks like a property of {@link #defineConstant}, whose value is made when it is first read. */
    public void defineLazyConstant(String key, Supplier<Object> value) {
        defineLazy((Object) Strings.fromJavaString(key), JSAttributes.notConfigurableEnumerableNotWritable(), value);
    }

    /** As {@link #defineLazy(String, boolean, Supplier)}, under a symbol and not enumerable. */
    void defineLazy(Symbol key, Supplier<Object> value) {
        defineLazy(key, JSAttributes.getDefaultNotEnumerable(), value);
    }

    private void defineLazy(Object key, int flags, Supplier<Object> value) {
        JSObjectUtil.defineProxyProperty(object, key, new LazyProperty(key, flags, value), flags);
    }

    /** Whether a property is one of {@link #defineLazy} that nothing has read or assigned yet. */
    public boolean isLazy(String key) {
        return JSDynamicObject.getOrNull(object, Strings.fromJavaString(key)) instanceof LazyProperty;
    }

    private static final class LazyProperty extends PropertyProxy {
        private final Object key;
        private final int flags;
        private final Supplier<Object> supplier;

        LazyProperty(Object key, int flags, Supplier<Object> supplier) {
            this.key = key;
            this.flags = flags;
            this.supplier = supplier;
        }

        @Override
        public Object get(JSDynamicObject store) {
            Object value;
            try {
                value = Values.toEngine(supplier.get());
            } catch (JsException e) {
                throw e.unwrap();
            } catch (NativeFailure e) {
                throw e;
            } catch (RuntimeException e) {
                throw new NativeFailure(key.toString(), e);
            }
            set(store, value);
            return value;
        }

        @Override
        public boolean set(JSDynamicObject store, Object value) {
            JSObjectUtil.defineDataProperty(store, key, value, flags);
            return true;
        }
    }

    /** Names of the own enumerable string properties, in JavaScript's order. */
    public List<String> keys() {
        List<String> names = new ArrayList<>();
        for (TruffleString name : JSObject.enumerableOwnNames(object)) names.add(name.toJavaStringUncached());
        return names;
    }

    public boolean isArray() {
        return JSRuntime.isArray(object);
    }

    /** The {@code length} of an array. */
    public int length() {
        return (int) JSArray.arrayGetLength(object);
    }

    /** The elements of an array as opaque engine values. */
    public Object[] elements() {
        Object[] elements = new Object[length()];
        for (int i = 0; i < elements.length; i++) elements[i] = get(i);
        return elements;
    }

    /** The prototype, or {@code null}. */
    public JsObject prototype() {
        return JSObject.getPrototype(object) instanceof JSObject p ? new JsObject(p) : null;
    }

    public void prototype(JsObject prototype) {
        JSObject.setPrototype(object, prototype == null ? Null.instance : prototype.object);
    }

    /** Ties a Java object to this one, unseen by JavaScript; {@link Args#host} and {@link #host(Class)} give it back. */
    public void host(Object host) {
        JSObjectUtil.putHiddenProperty(object, HOST, host);
    }

    /** The Java object tied to this one, or {@code null} where there is none of that type. */
    public <T> T host(Class<T> type) {
        Object host = hostOf(object);
        return type.isInstance(host) ? type.cast(host) : null;
    }

    static Object hostOf(JSDynamicObject object) {
        return object instanceof HostObject made ? made.host : JSObjectUtil.getHiddenProperty(object, HOST);
    }

    /** The engine value, opaque outside this package. */
    public Object raw() {
        return object;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof JsObject o && o.object == object;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(object);
    }

    @Override
    public String toString() {
        return Values.describe(object);
    }
}
