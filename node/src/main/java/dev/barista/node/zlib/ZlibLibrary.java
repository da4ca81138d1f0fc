package dev.barista.node.zlib;

import java.util.Optional;

/** The system's zlib. It is looked for when this class loads. Any thread. */
final class ZlibLibrary {
    private static final Optional<NativeLibrary> LIBRARY =
        NativeLibrary.ofSystem(System.getProperty("os.name", "").startsWith("Mac") ? "libz.1.dylib" : "libz.so.1");

    static final boolean PRESENT = LIBRARY.isPresent();

    static final NativeLibrary.Function DEFLATE_INIT = find("deflateInit2_");
    static final NativeLibrary.Function DEFLATE = find("deflate");
    static final NativeLibrary.Function DEFLATE_END = find("deflateEnd");
    static final NativeLibrary.Function DEFLATE_PARAMS = find("deflateParams");
    static final NativeLibrary.Function DEFLATE_RESET = find("deflateReset");
    static final NativeLibrary.Function DEFLATE_SET_DICTIONARY = find("deflateSetDictionary");
    static final NativeLibrary.Function INFLATE_INIT = find("inflateInit2_");
    static final NativeLibrary.Function INFLATE = find("inflate");
    static final NativeLibrary.Function INFLATE_END = find("inflateEnd");
    static final NativeLibrary.Function INFLATE_RESET = find("inflateReset");
    static final NativeLibrary.Function INFLATE_SET_DICTIONARY = find("inflateSetDictionary");

    /** The version's text, which the initialisers want to see again. */
    static final long VERSION = PRESENT ? find("zlibVersion").call() : 0;

    private ZlibLibrary() {}

    private static NativeLibrary.Function find(String name) {
        return LIBRARY.map(library -> library.function(name)).orElse(null);
    }
}
