package dev.barista.engine.words;

import static java.util.Map.entry;

import java.util.Map;

/** What V8 says for messages of the engine that are always the same: one table. */
final class FixedWords {
    static final String OUTSIDE_VIEW = "Offset is outside the bounds of the DataView";

    private static final String BUFFER_LENGTH = "buffer.byteLength of ";
    private static final String NO_PROXY = "Cannot create proxy with a non-object as target or handler";

    private static final Map<String, String> WORDS = Map.ofEntries(
            entry("cannot construct a Symbol", "Symbol is not a constructor"),
            entry("cannot construct a generator", "(intermediate value) is not a constructor"),
            entry("generator is already executing", "Generator is already running"),
            entry("Constructor Promise requires 'new'", "Promise constructor cannot be invoked without 'new'"),
            entry("Cannot resolve promise from this type", "PromiseResolve called on non-object"),
            entry("target expected to be an object", NO_PROXY),
            entry("handler expected to be an object", NO_PROXY),
            entry("object or null expected", "'getPrototypeOf' on proxy: trap returned neither object nor null"),
            entry("Object.setPrototypeOf called on non-object", "Object.setPrototypeOf called on null or undefined"),
            entry("Cannot redefine a property of an object with external array elements", "Cannot freeze array buffer views with elements"),
            entry("[Symbol.toPrimitive] method returned a non-primitive object", "Cannot convert object to primitive value"),
            entry("Cannot mix BigInt and other types, use explicit conversions.", "Cannot mix BigInt and other types, use explicit conversions"),
            entry("Cannot convert a BigInt value to a number.", "Cannot convert a BigInt value to a number"),
            entry("time value is not a finite number", "Invalid time value"),
            entry("not a Date object", "this is not a Date object."),
            entry("TypedArray expected", "this is not a typed array."),
            entry("out of bounds", "offset is out of bounds"),
            entry("index + elementSize > viewLength", OUTSIDE_VIEW),
            entry("Only global regexps allowed", "String.prototype.replaceAll called with a non-global RegExp argument"),
            entry("Regular expression passed to matchAll() is missing 'g' flag.",
                    "String.prototype.matchAll called with a non-global RegExp argument"),
            entry("toFixed() fraction digits need to be in range 0-100", "toFixed() digits argument must be between 0 and 100"),
            entry("toExponential() fraction digits need to be in range 0-100", "toExponential() argument must be between 0 and 100"),
            entry("toString() expects radix in range 2-36", "toString() radix argument must be between 2 and 36"),
            entry("Currency can not be undefined when style is \"currency\".", "Currency code is required with currency style."));

    private FixedWords() {}

    /** @return the same for words that V8 has too, or that are not in the table */
    static String of(String words) {
        if (words.startsWith(BUFFER_LENGTH)) return "byte length of " + words.substring(BUFFER_LENGTH.length());
        return WORDS.getOrDefault(words, words);
    }
}
