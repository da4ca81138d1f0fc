package dev.barista.node.zlib;

import java.util.Set;
import java.util.function.Supplier;

/**
 * Sees to it that a codec is used by one thread at a time and freed exactly once: at once where nobody uses it, else by the thread that
 * does, when it leaves. Any thread.
 */
final class Custody {
    private final Codec codec;
    private final Set<Custody> all;
    private boolean used;
    private boolean ended;

    /** @param all those that are not ended, to which this one is added; safe for use by several threads */
    Custody(Codec codec, Set<Custody> all) {
        this.codec = codec;
        this.all = all;
        all.add(this);
    }

    /** Uses the codec. @return what {@code work} returned, or {@code null} where the codec has been ended */
    Failure use(Supplier<Failure> work) {
        if (!enter()) return null;
        try {
            return work.get();
        } finally {
            leave();
        }
    }

    private synchronized boolean enter() {
        assert !used;
        used = !ended;
        return used;
    }

    private synchronized void leave() {
        used = false;
        if (ended) codec.free();
    }

    /** Ends it; later calls do nothing. */
    synchronized void end() {
        if (ended) return;
        ended = true;
        all.remove(this);
        if (!used) codec.free();
    }
}
