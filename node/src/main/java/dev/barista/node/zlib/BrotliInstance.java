package dev.barista.node.zlib;

/** A state of the brotli library, the encoder's or the decoder's, from its making to its end. One thread at a time. */
abstract class BrotliInstance implements Codec {
    private final NativeLibrary.Function create;
    private final NativeLibrary.Function set;
    private final NativeLibrary.Function destroy;
    private final int[] parameters;

    /** The library's state; 0 where there is none. */
    long state;

    /** @param parameters by number, −1 for the default */
    BrotliInstance(NativeLibrary.Function create, NativeLibrary.Function set, NativeLibrary.Function destroy, int[] parameters) {
        this.create = create;
        this.set = set;
        this.destroy = destroy;
        this.parameters = parameters;
    }

    /** @return itself, or {@code null} where a parameter was refused */
    final BrotliInstance begun() {
        if (begin()) return this;
        free();
        return null;
    }

    private boolean begin() {
        state = create.call();
        return state != 0 && BrotliLibrary.set(set, state, parameters);
    }

    @Override
    public final Failure reset() {
        free();
        return begin() ? null : new Failure("Could not initialize Brotli instance", -1, "ERR_ZLIB_INITIALIZATION_FAILED");
    }

    @Override
    public final void free() {
        if (state != 0) destroy.call(state);
        state = 0;
    }
}
