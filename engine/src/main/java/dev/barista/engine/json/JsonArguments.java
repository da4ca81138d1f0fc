package dev.barista.engine.json;

import com.oracle.truffle.api.strings.TruffleString;
import com.oracle.truffle.js.runtime.JSRuntime;
import com.oracle.truffle.js.runtime.Strings;
import com.oracle.truffle.js.runtime.builtins.JSAbstractArray;
import com.oracle.truffle.js.runtime.builtins.JSNumberObject;
import com.oracle.truffle.js.runtime.builtins.JSStringObject;
import com.oracle.truffle.js.runtime.objects.JSObject;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What the second and third argument of {@code JSON.stringify} mean. Source: ECMAScript, JSON.stringify, steps 4 to 8. */
final class JsonArguments {
    private static final int MAX_GAP = 10;

    private JsonArguments() {}

    /** The property names that an array lists, each once. */
    static List<TruffleString> properties(JSObject array) {
        Set<TruffleString> names = new LinkedHashSet<>();
        long length = JSRuntime.toLength(JSObject.get(array, JSAbstractArray.LENGTH));
        for (long i = 0; i < length; i++) {
            Object item = JSObject.get(array, i);
            if (item instanceof TruffleString || JSRuntime.isNumber(item) || item instanceof JSNumberObject || item instanceof JSStringObject) {
                names.add(JSRuntime.toString(item));
            }
        }
        return new ArrayList<>(names);
    }

    /** What one level is indented with, or {@code null} for nothing. */
    static TruffleString gap(Object space) {
        Object value = space;
        if (space instanceof JSNumberObject) value = JSRuntime.toNumber(space);
        else if (space instanceof JSStringObject) value = JSRuntime.toString(space);
        String gap = "";
        if (JSRuntime.isNumber(value)) {
            gap = " ".repeat((int) Math.clamp(JSRuntime.doubleValue((Number) value), 0, MAX_GAP));
        } else if (value instanceof TruffleString text) {
            gap = text.toJavaStringUncached();
        }
        return gap.isEmpty() ? null : Strings.fromJavaString(gap.substring(0, Math.min(gap.length(), MAX_GAP)));
    }
}
