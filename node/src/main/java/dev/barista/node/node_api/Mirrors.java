package dev.barista.node.node_api;

import dev.barista.engine.HiddenSlot;
import dev.barista.engine.JsBytes;
import java.lang.foreign.MemorySegment;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Addresses for the bytes of JavaScript's buffers. Those that lie outside the heap have one; those on the heap get a {@link Mirror}, whose
 * content is exchanged with the buffer's where control passes from JavaScript to native code and back. Loop thread only.
 *
 * <p>While native code runs on the loop thread it has the bytes alone. What it may go on using when it has returned, on other threads, are
 * buffers that it has a reference to, or that the work it queued was given: those are kept, and both sides' changes are merged byte by byte
 * at each border until they are let go.
 */
final class Mirrors {
    private final HiddenSlot<Mirror> slot = new HiddenSlot<>("mirror", Mirror.class);
    private final Set<Mirror> shown = new LinkedHashSet<>();
    private final Set<Mirror> kept = new LinkedHashSet<>();
    private int depth;

    /** Where the bytes are for native code; 0 where there are none. */
    long address(JsBytes bytes) {
        if (bytes.length() == 0) return 0;
        if (!bytes.hasArray()) return MemorySegment.ofBuffer(bytes.buffer()).address();
        Mirror mirror = of(bytes);
        mirror.show(bytes.offset(), bytes.offset() + bytes.length());
        shown.add(mirror);
        return mirror.address() + bytes.offset();
    }

    private Mirror of(JsBytes bytes) {
        Mirror mirror = slot.get(bytes.holder());
        if (mirror == null || !mirror.isOf(bytes.array())) {   // none yet, or the buffer was resized
            mirror = new Mirror(bytes.array());
            slot.put(bytes.holder(), mirror);
        }
        return mirror;
    }

    /** Keeps the mirror of bytes on the heap beyond the call under way, until {@link Mirror#release}. @return {@code null} where there is none */
    Mirror keep(JsBytes bytes) {
        if (!bytes.hasArray() || bytes.length() == 0) return null;
        Mirror mirror = of(bytes);
        mirror.retain();
        if (depth == 0) settle(mirror);
        return mirror;
    }

    /** Keeps all that native code was given in the call under way. */
    List<Mirror> keepShown() {
        List<Mirror> now = List.copyOf(shown);
        now.forEach(Mirror::retain);
        return now;
    }

    // Borders

    /** Native code is about to be called. */
    void enter() {
        if (depth++ > 0) shown.forEach(Mirror::refill);
        exchange();
    }

    /** Native code has returned. */
    void leave() {
        shown.forEach(Mirror::takeBack);
        exchange();
        if (--depth > 0) return;
        shown.forEach(this::settle);
        shown.clear();
    }

    /** JavaScript is about to be called by native code. */
    void beforeJs() {
        shown.forEach(Mirror::takeBack);
        exchange();
    }

    /** JavaScript has returned to native code. */
    void afterJs() {
        shown.forEach(Mirror::refill);
        exchange();
    }

    private void settle(Mirror mirror) {
        if (mirror.isRetained()) {
            if (mirror.begin()) kept.add(mirror);
        } else {
            mirror.hide();
        }
    }

    /** Brings the changes of both sides to the other, in what is kept. */
    void exchange() {
        if (kept.isEmpty()) return;
        kept.removeIf(mirror -> {
            mirror.exchange();
            if (mirror.isRetained()) return false;
            if (shown.contains(mirror)) mirror.end();   // the call under way has it still
            else mirror.hide();
            return true;
        });
    }
}
