package dev.barista.node.node_api;

import dev.barista.loop.PrepareHandle;
import dev.barista.node.Environment;
import java.lang.ref.PhantomReference;
import java.lang.ref.ReferenceQueue;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Tells of objects that the collector has found: in each of the loop's iterations, and at once when the program itself has asked for a
 * collection. Loop thread only.
 */
final class Finalizers {
    private final Environment env;
    private final ReferenceQueue<Object> found = new ReferenceQueue<>();
    private final Set<Watch> watches = new HashSet<>();
    private PrepareHandle poll;

    Finalizers(Environment env) {
        this.env = env;
        env.atCollection(this::takeAll);
    }

    /** An object that is watched, until it was found or nobody wants to hear of it. */
    final class Watch extends PhantomReference<Object> {
        private final Runnable task;
        private final boolean atOnce;

        private Watch(Object object, Runnable task, boolean atOnce) {
            super(object, found);
            this.task = task;
            this.atOnce = atOnce;
        }

        void cancel() {
            watches.remove(this);
            clear();
        }
    }

    /**
     * Has a task run once an object is garbage. It must not hold the object.
     *
     * @param object an opaque engine value
     * @param atOnce as soon as it is known, for a task that runs no JavaScript; else as a callback of the loop
     */
    Watch watch(Object object, Runnable task, boolean atOnce) {
        if (poll == null) {
            poll = new PrepareHandle(env.loop());
            poll.unref();
            poll.start(this::take);
        }
        Watch watch = new Watch(object, task, atOnce);
        watches.add(watch);
        return watch;
    }

    private void take() {
        for (Watch watch; (watch = (Watch) found.poll()) != null; ) taken(watch);
    }

    /** What the collector has just cleared need not have come to the queue yet. */
    private void takeAll() {
        for (Watch watch : List.copyOf(watches)) {
            if (watch.refersTo(null)) taken(watch);
        }
    }

    private void taken(Watch watch) {
        if (!watches.remove(watch)) return;
        if (watch.atOnce) watch.task.run();
        else later(watch.task);
    }

    /** Has a task run as a callback of the loop, which stays alive until then. */
    void later(Runnable task) {
        env.loop().defer(() -> env.ticks().run(task));
    }
}
