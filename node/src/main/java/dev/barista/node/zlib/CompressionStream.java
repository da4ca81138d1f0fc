package dev.barista.node.zlib;

import dev.barista.engine.JsBytes;
import dev.barista.engine.JsFunction;
import dev.barista.engine.JsObject;
import dev.barista.loop.ThreadPool;
import dev.barista.node.Callback;
import java.lang.ref.Cleaner;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What stands behind {@code stream._handle} in JavaScript: a codec, and the one write that is under way. Loop thread only; the codec
 * works on the pool, or here where JavaScript waits.
 *
 * <p>What is asked for while a write is under way is done when that has ended.
 */
final class CompressionStream {
    /** Frees the codecs of streams that were forgotten without being closed. */
    private static final Cleaner CLEANER = Cleaner.create();

    private final ThreadPool pool;
    private final Codec codec;
    private final Custody custody;
    private final JsObject self;
    private final JsFunction onFailure;
    private final Callback written;
    private final Callback failed;
    private final Queue<Supplier<Failure>> waiting = new ArrayDeque<>(0);

    /** Where JavaScript reads how much room and input are left: two 32-bit numbers. */
    private final ByteBuffer state;

    private boolean writing;
    private boolean closed;

    /** Everything that a stream needs from its environment. */
    record Surroundings(ThreadPool pool, Set<Custody> open, Callback written, Callback failed, JsFunction onFailure) {}

    CompressionStream(JsObject self, Codec codec, JsBytes state, Surroundings around) {
        this.self = self;
        this.codec = codec;
        this.state = state.buffer();
        this.pool = around.pool;
        this.written = around.written;
        this.failed = around.failed;
        this.onFailure = around.onFailure;
        this.custody = new Custody(codec, around.open);
        CLEANER.register(this, custody::end);
        self.host(this);
    }

    /** Has a step done on the pool and JavaScript told of its end, even of one that the stream was closed before. */
    void write(int flush, Flow flow) {
        begin();
        writing = true;
        pool.submit(() -> custody.use(() -> codec.step(flow, flush)), (failure, error) -> {
            if (error != null) throw new IllegalStateException(error);
            writing = false;
            while (failure == null && !waiting.isEmpty()) failure = custody.use(waiting.remove());
            if (failure == null) {
                tellLeft(flow);
                written.call(self);
            } else {
                failed.call(self, failure.message(), failure.errno(), failure.code());
            }
        });
    }

    private void begin() {
        if (writing || closed) throw new IllegalStateException(closed ? "write to a closed stream" : "write while another is under way");
    }

    /** Does a step at once. */
    void writeSync(int flush, Flow flow) {
        begin();
        if (done(custody.use(() -> codec.step(flow, flush)))) tellLeft(flow);
    }

    void reset() {
        change(codec::reset);
    }

    void params(int level, int strategy) {
        change(() -> codec.params(level, strategy));
    }

    private void change(Supplier<Failure> change) {
        if (writing) waiting.add(change);
        else done(custody.use(change));
    }

    private boolean done(Failure failure) {
        if (failure != null) onFailure.call(null, self, failure.message(), failure.errno(), failure.code());
        return failure == null;
    }

    private void tellLeft(Flow flow) {
        state.putInt(0, (int) flow.room()).putInt(Integer.BYTES, (int) flow.available());
    }

    /** Ends the stream. The codec is freed at once, or by the write that is under way. */
    void close() {
        closed = true;
        custody.end();
    }
}
