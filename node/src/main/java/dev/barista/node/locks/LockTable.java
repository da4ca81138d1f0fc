package dev.barista.node.locks;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * The named locks of one program: who holds each, and who waits for it in the order of asking. Any thread.
 *
 * <p>Source: W3C Web Locks API, section 3.
 */
public final class LockTable {
    private final Map<String, Queue> queues = new HashMap<>();   // guarded by this

    /** Whether a lock was granted, must be waited for, or is not to be had. */
    enum Answer { GRANTED, WAITS, UNAVAILABLE }

    /** Those who hold one name's lock, and those who wait for it. */
    private static final class Queue {
        final Set<LockRequest> held = new LinkedHashSet<>();
        final Deque<LockRequest> waiting = new ArrayDeque<>();

        /** Whether the first that waits may have the lock: nobody holds it, or all that hold it share it as this one would. */
        boolean grantable(LockRequest request) {
            return held.isEmpty() || request.shared && held.iterator().next().shared;
        }
    }

    /** Asks for a lock; one that is not granted at once waits behind those that asked before. */
    synchronized Answer request(LockRequest request, boolean ifAvailable) {
        Queue queue = queues.computeIfAbsent(request.name, name -> new Queue());
        if (queue.waiting.isEmpty() && queue.grantable(request)) {
            queue.held.add(request);
            return Answer.GRANTED;
        }
        if (ifAvailable) return Answer.UNAVAILABLE;
        queue.waiting.addLast(request);
        return Answer.WAITS;
    }

    /** Takes the lock from whoever holds it. */
    synchronized void steal(LockRequest request) {
        Queue queue = queues.computeIfAbsent(request.name, name -> new Queue());
        queue.held.forEach(LockRequest::tellStolen);
        queue.held.clear();
        queue.held.add(request);
    }

    /** Gives a lock back: whether it was still held, and not stolen. */
    synchronized boolean release(LockRequest request) {
        Queue queue = queues.get(request.name);
        if (queue == null || !queue.held.remove(request)) return false;
        advance(request.name, queue);
        return true;
    }

    /** Takes a request back that is still waiting: whether it was. */
    synchronized boolean withdraw(LockRequest request) {
        Queue queue = queues.get(request.name);
        if (queue == null || !queue.waiting.remove(request)) return false;
        advance(request.name, queue);
        return true;
    }

    /** A thread has ended: what it held goes to those who wait, and it waits no longer. */
    synchronized void leave(String clientId) {
        for (String name : List.copyOf(queues.keySet())) {
            Queue queue = queues.get(name);
            boolean held = queue.held.removeIf(request -> request.clientId.equals(clientId));
            boolean waited = queue.waiting.removeIf(request -> request.clientId.equals(clientId));
            if (held || waited) advance(name, queue);
        }
    }

    private void advance(String name, Queue queue) {
        for (LockRequest next; (next = queue.waiting.peekFirst()) != null && queue.grantable(next); ) {
            queue.waiting.removeFirst();
            queue.held.add(next);
            next.tellGranted();
        }
        if (queue.held.isEmpty()) queues.remove(name);
    }

    synchronized <T> List<T> held(Function<LockRequest, T> describe) {
        List<T> all = new ArrayList<>();
        for (Queue queue : queues.values()) queue.held.forEach(request -> all.add(describe.apply(request)));
        return all;
    }

    synchronized <T> List<T> waiting(Function<LockRequest, T> describe) {
        List<T> all = new ArrayList<>();
        for (Queue queue : queues.values()) queue.waiting.forEach(request -> all.add(describe.apply(request)));
        return all;
    }
}
