package dev.barista.node.v8;

import dev.barista.engine.JsObject;
import dev.barista.node.Binding;
import dev.barista.node.Environment;
import dev.barista.node.Exports;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.ArrayList;
import java.util.List;

/** The JVM's memory in the terms of V8's statistics, in bytes. Loop thread only. */
public final class V8Binding implements Binding {
    private final Environment env;

    public V8Binding(Environment env) {
        this.env = env;
    }

    @Override
    public void define(Exports x) {
        x.fn("heap",   a -> heap());
        x.fn("spaces", a -> spaces());
        x.fn("code",   a -> code());
    }

    /** committed, used and most bytes of the heap; committed and used bytes outside it. */
    private JsObject heap() {
        MemoryUsage heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
        MemoryUsage other = ManagementFactory.getMemoryMXBean().getNonHeapMemoryUsage();
        long most = heap.getMax() < 0 ? heap.getCommitted() : heap.getMax();
        return env.realm().array(heap.getCommitted(), heap.getUsed(), most, other.getCommitted(), other.getUsed());
    }

    /** name, committed and used bytes of each pool of the heap, one after the other. */
    private JsObject spaces() {
        List<Object> fields = new ArrayList<>();
        for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
            if (pool.getType() != MemoryType.HEAP) continue;
            MemoryUsage usage = pool.getUsage();
            fields.addAll(List.of(pool.getName(), usage.getCommitted(), usage.getUsed()));
        }
        return env.realm().array(fields.toArray());
    }

    /** Bytes of compiled code, and of classes. */
    private JsObject code() {
        long compiled = 0;
        long classes = 0;
        for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
            if (pool.getName().startsWith("CodeHeap") || pool.getName().equals("CodeCache")) compiled += pool.getUsage().getUsed();
            else if (pool.getType() == MemoryType.NON_HEAP) classes += pool.getUsage().getUsed();
        }
        return env.realm().array(compiled, classes);
    }
}
