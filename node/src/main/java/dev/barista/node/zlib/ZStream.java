package dev.barista.node.zlib;

/** zlib's {@code z_stream}, deflating or inflating. Its functions return a {@link ZlibStatus}. One thread at a time. */
interface ZStream {
    /** A native one where the system has zlib, else one in Java. */
    static ZStream make() {
        return ZlibLibrary.PRESENT ? new NativeZStream() : new JavaZStream();
    }

    /** @param windowBits negative for raw data, plus 16 for gzip */
    int deflateInit(int level, int windowBits, int memLevel, int strategy);

    /** @param windowBits negative for raw data, plus 16 for gzip, plus 32 to find out */
    int inflateInit(int windowBits);

    /** Takes and fills what it can. @param flush {@link ZlibStatus#FINISH} or another flush kind */
    int pump(Flow flow, int flush);

    int reset();

    int params(int level, int strategy);

    int setDictionary(byte[] dictionary);

    /** What zlib has to say of the last failure, or {@code null}. */
    String message();

    void free();
}
