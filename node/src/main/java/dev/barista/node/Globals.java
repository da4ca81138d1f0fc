package dev.barista.node;

import dev.barista.engine.Js;
import dev.barista.engine.JsObject;
import dev.barista.engine.NativeFn;
import java.util.function.Supplier;

/**
 * The table of globals that Node adds to JavaScript's. Each is made from its room when it is first read, and looks like a plain
 * property before and after.
 */
enum Globals {
    //                  name                    module                          enumerable
    ABORT_CONTROLLER(   "AbortController",      "internal/abort_controller",    false),
    ABORT_SIGNAL(       "AbortSignal",          "internal/abort_controller",    false),
    ATOB(               "atob",                 "buffer",                       true),
    BLOB(               "Blob",                 "buffer",                       false),
    BTOA(               "btoa",                 "buffer",                       true),
    BUFFER(             "Buffer",               "buffer",                       false),
    BYTE_LENGTH_QUEUING_STRATEGY("ByteLengthQueuingStrategy", "stream/web", false),
    BROADCAST_CHANNEL(  "BroadcastChannel",     "internal/messaging/broadcast_channel", false),
    CLEAR_IMMEDIATE(    "clearImmediate",       "timers",                       true),
    CLEAR_INTERVAL(     "clearInterval",        "timers",                       true),
    CLEAR_TIMEOUT(      "clearTimeout",         "timers",                       true),
    CLOSE_EVENT(        "CloseEvent",           "internal/fetch",               false),
    COMPRESSION_STREAM("CompressionStream", "stream/web", false),
    CONSOLE(            "console",              "internal/console/global",      false),
    COUNT_QUEUING_STRATEGY("CountQueuingStrategy", "stream/web", false),
    CRYPTO(             "crypto",               "internal/crypto/webcrypto",    true),
    CRYPTO_CLASS(       "Crypto",               "internal/crypto/webcrypto",    false),
    CRYPTO_KEY(         "CryptoKey",            "internal/crypto/webcrypto",    false),
    CUSTOM_EVENT(       "CustomEvent",          "internal/event_target",        false),
    DECOMPRESSION_STREAM("DecompressionStream", "stream/web", false),
    DOM_EXCEPTION(      "DOMException",         "internal/errors/dom_exception", false),
    EVENT(              "Event",                "internal/event_target",        false),
    EVENT_SOURCE(       "EventSource",          "internal/fetch",               false),
    EVENT_TARGET(       "EventTarget",          "internal/event_target",        false),
    FETCH(              "fetch",                "internal/fetch",               true),
    FILE(               "File",                 "buffer",                       false),
    FORM_DATA(          "FormData",             "internal/fetch",               false),
    HEADERS(            "Headers",              "internal/fetch",               false),
    MESSAGE_CHANNEL(    "MessageChannel",       "internal/messaging/port",      false),
    MESSAGE_EVENT(      "MessageEvent",         "internal/messaging/message_event", false),
    MESSAGE_PORT(       "MessagePort",          "internal/messaging/port",      false),
    NAVIGATOR(          "navigator",            "internal/navigator",           true),
    NAVIGATOR_CLASS(    "Navigator",            "internal/navigator",           false),
    PERFORMANCE(        "performance",          "perf_hooks",                   true),
    PERFORMANCE_CLASS(  "Performance",          "perf_hooks",                   false),
    PERFORMANCE_ENTRY(  "PerformanceEntry",     "perf_hooks",                   false),
    PERFORMANCE_MARK(   "PerformanceMark",      "perf_hooks",                   false),
    PERFORMANCE_MEASURE("PerformanceMeasure",   "perf_hooks",                   false),
    PERFORMANCE_OBSERVER("PerformanceObserver", "perf_hooks",                   false),
    PERFORMANCE_OBSERVER_ENTRY_LIST("PerformanceObserverEntryList", "perf_hooks", false),
    PERFORMANCE_RESOURCE_TIMING("PerformanceResourceTiming", "perf_hooks",      false),
    QUEUE_MICROTASK(    "queueMicrotask",       "internal/process/microtasks",  true),
    READABLE_BYTE_STREAM_CONTROLLER("ReadableByteStreamController", "stream/web", false),
    READABLE_STREAM("ReadableStream", "stream/web", false),
    READABLE_STREAM_BYOB_READER("ReadableStreamBYOBReader", "stream/web", false),
    READABLE_STREAM_BYOB_REQUEST("ReadableStreamBYOBRequest", "stream/web", false),
    READABLE_STREAM_DEFAULT_CONTROLLER("ReadableStreamDefaultController", "stream/web", false),
    READABLE_STREAM_DEFAULT_READER("ReadableStreamDefaultReader", "stream/web", false),
    REQUEST(            "Request",              "internal/fetch",               false),
    RESPONSE(           "Response",             "internal/fetch",               false),
    SET_IMMEDIATE(      "setImmediate",         "timers",                       true),
    SET_INTERVAL(       "setInterval",          "timers",                       true),
    SET_TIMEOUT(        "setTimeout",           "timers",                       true),
    STRUCTURED_CLONE(   "structuredClone",      "internal/structured_clone",    true),
    SUBTLE_CRYPTO(      "SubtleCrypto",         "internal/crypto/webcrypto",    false),
    TEXT_DECODER(       "TextDecoder",          "internal/util/encoding",       false),
    TEXT_DECODER_STREAM("TextDecoderStream", "stream/web", false),
    TEXT_ENCODER(       "TextEncoder",          "internal/util/encoding",       false),
    TEXT_ENCODER_STREAM("TextEncoderStream", "stream/web", false),
    TRANSFORM_STREAM("TransformStream", "stream/web", false),
    TRANSFORM_STREAM_DEFAULT_CONTROLLER("TransformStreamDefaultController", "stream/web", false),
    URL(                "URL",                  "url",                          false),
    URL_PATTERN(        "URLPattern",           "internal/url/url_pattern",     false),
    URL_SEARCH_PARAMS(  "URLSearchParams",      "url",                          false),
    WEB_ASSEMBLY(       "WebAssembly",          "internal/webassembly",         false),
    WEB_SOCKET(         "WebSocket",            "internal/fetch",               false),
    WRITABLE_STREAM("WritableStream", "stream/web", false),
    WRITABLE_STREAM_DEFAULT_CONTROLLER("WritableStreamDefaultController", "stream/web", false),
    WRITABLE_STREAM_DEFAULT_WRITER("WritableStreamDefaultWriter", "stream/web", false),
    ;

    private final String name;
    private final String module;
    private final boolean enumerable;

    Globals(String name, String module, boolean enumerable) {
        this.name = name;
        this.module = module;
        this.enumerable = enumerable;
    }

    /** Defines all of them on the global object of an environment. */
    static void define(Environment env) {
        JsObject global = env.realm().global();
        for (Globals g : values()) {
            if (!g.isWanted(env.options().options())) continue;
            Supplier<Object> value = () -> {
                Object exports = env.builtins().require(g.module);
                return g == CONSOLE ? exports : Js.object(exports).get(g.name);
            };
            if (g.isReadOnly()) global.defineAccessor(g.name, env.realm().function("get " + g.name, once(value)), null, g.enumerable);
            else global.defineLazy(g.name, g.enumerable, value);
        }
        if (env.options().options().is(Option.EXPOSE_GC)) {
            global.defineLazy("gc", false, () -> env.builtins().function("internal/process/gc", "gc"));
        }
        global.set("global", global);
        global.defineHidden("process", env.process());
    }

    /** Makes the value at the first call. */
    private static NativeFn once(Supplier<Object> value) {
        Object[] made = {null};
        return a -> made[0] == null ? made[0] = value.get() : made[0];
    }

    /** Whether it is a property with a getter alone. */
    private boolean isReadOnly() {
        return this == CRYPTO || this == NAVIGATOR;
    }

    private boolean isWanted(OptionValues options) {
        return switch (this) {
            case EVENT_SOURCE -> options.is(Option.EXPERIMENTAL_EVENTSOURCE);
            case NAVIGATOR, NAVIGATOR_CLASS -> options.is(Option.EXPERIMENTAL_GLOBAL_NAVIGATOR);
            case CLOSE_EVENT, WEB_SOCKET -> options.is(Option.EXPERIMENTAL_WEBSOCKET);
            default -> true;
        };
    }
}
