package dev.barista.engine;

import com.oracle.truffle.api.object.HiddenKey;
import com.oracle.truffle.js.runtime.objects.JSObject;
import com.oracle.truffle.js.runtime.objects.JSObjectUtil;

/**
 * A place for a Java object in any JavaScript object, frozen ones and proxies included, that neither JavaScript nor another slot sees.
 * Realm's thread only.
 *
 * @param <T> what is put there
 */
public final class HiddenSlot<T> {
    private final HiddenKey key;
    private final Class<T> type;

    public HiddenSlot(String name, Class<T> type) {
        this.key = new HiddenKey(name);
        this.type = type;
    }

    /** What was put into an object, an opaque engine value; {@code null} if nothing was. */
    public T get(Object object) {
        return type.cast(JSObjectUtil.getHiddenProperty((JSObject) object, key));
    }

    /** @param content {@code null} to take it out again */
    public void put(Object object, T content) {
        JSObjectUtil.putHiddenProperty((JSObject) object, key, content);
    }
}
