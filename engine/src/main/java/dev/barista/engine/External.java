package dev.barista.engine;

import com.oracle.truffle.js.runtime.objects.JSDynamicObject;

/**
 * What a native addon hands to JavaScript to get it back: an address, in an object that has no prototype and no properties; V8's
 * {@code External}. Made by {@link Realm#external}. Any thread.
 *
 * @param address what it points to
 */
public record External(long address) {
    /** The one in an opaque engine value; {@code null} for any other value. */
    public static External in(Object value) {
        return value instanceof JSDynamicObject object && JsObject.hostOf(object) instanceof External external ? external : null;
    }
}
