package dev.barista.node.perf_hooks;

import com.sun.management.GarbageCollectionNotificationInfo;
import dev.barista.engine.JsFunction;
import dev.barista.node.Callback;
import dev.barista.node.Environment;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.RuntimeMXBean;
import java.util.ArrayList;
import java.util.List;
import javax.management.ListenerNotFoundException;
import javax.management.Notification;
import javax.management.NotificationEmitter;
import javax.management.NotificationListener;
import javax.management.openmbean.CompositeData;

/**
 * Tells JavaScript of the garbage collections that the JVM decides on while it is open. Loop thread only; the JVM's notifications come on a thread of its
 * own and are handed over.
 */
final class GarbageCollections implements AutoCloseable {
    private static final int MAJOR = 4;
    private static final int MINOR = 1;

    private final Environment env;
    private final Callback callback;
    private final long jvmStart;
    private final NotificationListener listener = this::notified;
    private final List<NotificationEmitter> emitters = new ArrayList<>();

    GarbageCollections(Environment env, JsFunction callback) {
        this.env = env;
        this.callback = env.callback(callback);
        RuntimeMXBean runtime = ManagementFactory.getRuntimeMXBean();
        // Collections are timed from the JVM's start.
        this.jvmStart = System.nanoTime() - runtime.getUptime() * 1_000_000;
        for (GarbageCollectorMXBean bean : ManagementFactory.getGarbageCollectorMXBeans()) {
            if (bean instanceof NotificationEmitter emitter) {
                emitter.addNotificationListener(listener, null, null);
                emitters.add(emitter);
            }
        }
    }

    private void notified(Notification notification, Object handback) {
        if (!notification.getType().equals(GarbageCollectionNotificationInfo.GARBAGE_COLLECTION_NOTIFICATION)) return;
        var info = GarbageCollectionNotificationInfo.from((CompositeData) notification.getUserData());
        int kind = info.getGcAction().contains("major") ? MAJOR : MINOR;
        if (info.getGcCause().equals("System.gc()")) return;   // the global gc() tells of its own
        double start = (jvmStart - env.startedNanos()) / 1e6 + info.getGcInfo().getStartTime();
        double duration = info.getGcInfo().getDuration();
        env.loop().execute(() -> {
            if (!emitters.isEmpty()) callback.call(kind, Math.max(0, start), duration, false);
        });
    }

    @Override
    public void close() {
        for (NotificationEmitter emitter : emitters) {
            try {
                emitter.removeNotificationListener(listener);
            } catch (ListenerNotFoundException e) {
                throw new IllegalStateException(e);   // it was added by the constructor
            }
        }
        emitters.clear();
    }
}
