package dev.barista.node.messaging;

import dev.barista.engine.StructuredClone;
import dev.barista.loop.AsyncHandle;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * One end of a channel of messages: what was posted to it and is not yet taken. Any thread.
 *
 * <p>It outlives the port that it belongs to: when a port is transferred, its end goes on collecting and another port takes over.
 */
public final class PortEnd implements StructuredClone.Portable {
    /** The channel's open ends, this one among them. */
    private final List<PortEnd> channel;

    /** Whether the channel is over when one end is closed. */
    private final boolean pair;

    private final Deque<StructuredClone> messages = new ArrayDeque<>();
    private AsyncHandle wake;
    private boolean over;

    private PortEnd(List<PortEnd> channel, boolean pair) {
        this.channel = channel;
        this.pair = pair;
        channel.add(this);
    }

    /** The two ends of a new channel. */
    public static PortEnd[] pair() {
        List<PortEnd> channel = new CopyOnWriteArrayList<>();
        return new PortEnd[] {new PortEnd(channel, true), new PortEnd(channel, true)};
    }

    /** One more end of a channel on which all hear what one says. */
    static PortEnd joining(List<PortEnd> channel) {
        return new PortEnd(channel, false);
    }

    /** Has a loop told of messages, also of those that have come; {@code null} for none. */
    synchronized void wakes(AsyncHandle handle) {
        wake = handle;
        if (wake != null && (over || !messages.isEmpty())) wake.send();
    }

    /** Sends to all other ends. */
    void post(StructuredClone message) {
        for (PortEnd end : channel) {
            if (end != this) end.add(message);
        }
    }

    private void add(StructuredClone message) {
        synchronized (this) {
            if (!over) {
                messages.add(message);
                if (wake != null) wake.send();
                return;
            }
        }
        if (pair) message.discard();
    }

    /** @return the next message, or {@code null} */
    synchronized StructuredClone take() {
        return messages.poll();
    }

    synchronized int waiting() {
        return messages.size();
    }

    /** Whether another end has closed the channel and all that it sent is taken. */
    synchronized boolean isOver() {
        return over && messages.isEmpty();
    }

    /** Whether what this end posts reaches the other. */
    boolean reaches(PortEnd other) {
        return other != this && channel.contains(other);
    }

    /** Leaves the channel, which is over for the other end of a pair, as are the channels of the ends that it was sent. */
    public void close() {
        if (!channel.remove(this)) return;
        if (pair) channel.forEach(PortEnd::end);
        List<StructuredClone> lost;
        synchronized (this) {
            over = true;
            lost = List.copyOf(messages);
            messages.clear();
        }
        if (pair) lost.forEach(StructuredClone::discard);
    }

    @Override
    public void discard() {
        close();
    }

    private synchronized void end() {
        over = true;
        if (wake != null) wake.send();
    }
}
