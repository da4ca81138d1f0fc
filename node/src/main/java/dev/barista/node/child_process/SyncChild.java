package dev.barista.node.child_process;

import dev.barista.loop.Errno;
import dev.barista.node.posix.Descriptors;
import dev.barista.node.posix.Pipes;
import dev.barista.node.posix.Processes;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;

/**
 * Runs a child process to its end while the loop stands still: feeds its input, collects its output, stops it when it takes too long
 * or says too much. The calling thread does it all, waiting in {@code poll(2)}.
 */
final class SyncChild {
    private static final int CHUNK = 65536;
    private static final int RUNNING = Integer.MIN_VALUE;
    private static final int TICK_MILLIS = 10;

    /** This process's end of one of the child's descriptors; −1 when it is closed or was none. */
    private final int[] ends;
    private final ByteBuffer[] inputs;
    private final ByteArrayOutputStream[] outputs;
    private final int pid;
    private final long deadline;
    private final double maxBuffer;
    private final int killSignal;
    private int error;
    private int status = RUNNING;

    /**
     * @param ends descriptors that do not block, −1 where there is no pipe; they are closed here
     * @param inputs what to write to each, or null
     * @param timeoutMillis 0 for none
     * @param maxBuffer bytes, for each output
     */
    SyncChild(int pid, int[] ends, byte[][] inputs, long timeoutMillis, double maxBuffer, int killSignal) {
        this.pid = pid;
        this.ends = ends;
        this.inputs = new ByteBuffer[ends.length];
        this.outputs = new ByteArrayOutputStream[ends.length];
        for (int i = 0; i < ends.length; i++) {
            if (ends[i] < 0) continue;
            outputs[i] = new ByteArrayOutputStream();
            this.inputs[i] = ByteBuffer.wrap(inputs[i] == null ? new byte[0] : inputs[i]);
        }
        this.deadline = timeoutMillis == 0 ? Long.MAX_VALUE : System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(timeoutMillis);
        this.maxBuffer = maxBuffer;
        this.killSignal = killSignal;
    }

    void run() {
        int process = Pipes.processDescriptor(pid);
        int slots = 2 * ends.length + 1;
        int[] fds = new int[slots];
        short[] events = new short[slots];
        boolean[] ready = new boolean[slots];
        byte[] chunk = new byte[CHUNK];
        for (int i = 0; i < ends.length; i++) if (ends[i] >= 0 && !inputs[i].hasRemaining()) finishInput(i);
        try {
            while (status == RUNNING || anyOpen()) {
                for (int i = 0; i < ends.length; i++) {
                    fds[2 * i] = ends[i];
                    events[2 * i] = Pipes.POLLIN;
                    fds[2 * i + 1] = ends[i] >= 0 && inputs[i].hasRemaining() ? ends[i] : -1;
                    events[2 * i + 1] = Pipes.POLLOUT;
                }
                fds[slots - 1] = status == RUNNING ? process : -1;
                events[slots - 1] = Pipes.POLLIN;
                Pipes.poll(fds, events, ready, waitMillis(process));
                for (int i = 0; i < ends.length; i++) {
                    if (ready[2 * i + 1] && ends[i] >= 0) feed(i);
                    if (ready[2 * i] && ends[i] >= 0) collect(i, chunk);
                }
                if (status == RUNNING) status = Pipes.pollChild(pid);
                if (System.nanoTime() >= deadline && error == 0) stop(Errno.ETIMEDOUT);
            }
        } finally {
            if (process >= 0) Descriptors.close(process);
            for (int i = 0; i < ends.length; i++) closeEnd(i);
        }
    }

    private int waitMillis(int process) {
        int tick = process < 0 && status == RUNNING ? TICK_MILLIS : -1;
        if (deadline == Long.MAX_VALUE || error != 0) return tick;
        long left = Math.max(0, TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime()) + 1);
        int wait = (int) Math.min(left, Integer.MAX_VALUE);
        return tick < 0 ? wait : Math.min(tick, wait);
    }

    private boolean anyOpen() {
        for (int end : ends) if (end >= 0) return true;
        return false;
    }

    private void feed(int i) {
        long n = Descriptors.write(ends[i], Descriptors.CURRENT, inputs[i]);
        if (n < 0 && n != Errno.EAGAIN.code()) inputs[i].position(inputs[i].limit());   // the child reads no more
        if (!inputs[i].hasRemaining()) finishInput(i);
    }

    /** The child sees the end of its input; what it writes is still read. */
    private void finishInput(int i) {
        Pipes.shutdownWrites(ends[i]);
    }

    private void collect(int i, byte[] chunk) {
        long n = Descriptors.read(ends[i], Descriptors.CURRENT, ByteBuffer.wrap(chunk));
        if (n == Errno.EAGAIN.code()) return;
        if (n <= 0) {
            closeEnd(i);
            return;
        }
        double room = maxBuffer - outputs[i].size();
        outputs[i].write(chunk, 0, (int) n);
        if (n > room && error == 0) stop(Errno.ENOBUFS);
    }

    /** Ends the child; what it has not said by now is not waited for. */
    private void stop(Errno why) {
        error = why.code();
        if (status == RUNNING) {
            int result = Processes.kill(pid, killSignal);
            if (result < 0 && result != Errno.ESRCH.code()) Processes.kill(pid, 9);
        }
        for (int i = 0; i < ends.length; i++) closeEnd(i);
    }

    private void closeEnd(int i) {
        if (ends[i] >= 0) Descriptors.close(ends[i]);
        ends[i] = -1;
    }

    /** 0, or the negative errno of why the child was stopped. */
    int error() {
        return error;
    }

    int status() {
        return status;
    }

    /** What the child wrote to its descriptor, or null if that was no pipe. */
    byte[] output(int i) {
        return outputs[i] == null ? null : outputs[i].toByteArray();
    }
}
