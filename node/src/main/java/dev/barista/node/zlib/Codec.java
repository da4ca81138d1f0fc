package dev.barista.node.zlib;

/** What compresses or decompresses one stream of bytes. Used by one thread at a time, which {@link Custody} sees to. */
interface Codec {
    /**
     * Takes and fills what it can.
     *
     * @param flush the library's own flush kind or operation
     * @return what went wrong, or {@code null}
     */
    Failure step(Flow flow, int flush);

    /** Begins a new stream with the same settings. @return what went wrong, or {@code null} */
    Failure reset();

    /** Changes the settings from here on. @return what went wrong, or {@code null} */
    default Failure params(int level, int strategy) {
        return null;
    }

    /** Frees what the codec holds; nothing else is called afterwards. */
    void free();
}
