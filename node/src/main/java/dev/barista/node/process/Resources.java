package dev.barista.node.process;

import dev.barista.engine.JsObject;
import dev.barista.loop.Handle;
import dev.barista.loop.Loop;
import dev.barista.node.HandleOwner;
import java.util.ArrayList;
import java.util.List;

/** What keeps a loop alive, under the names of {@code process.getActiveResourcesInfo()}. Loop thread only. */
final class Resources {
    private Resources() {}

    /** The kinds of the handles that programs do not know as objects. */
    static List<String> active(Loop loop) {
        List<String> names = new ArrayList<>();
        for (Handle handle : loop.handles()) {
            if (handle.active() && handle.hasRef() && !(handle.data() instanceof HandleOwner)) names.add(name(handle));
        }
        return names;
    }

    /** The objects of the handles that programs know, idle ones too: Node tells of every socket that is open. */
    static List<JsObject> objects(Loop loop) {
        List<JsObject> objects = new ArrayList<>();
        for (Handle handle : loop.handles()) {
            if (!handle.closing() && handle.hasRef() && handle.data() instanceof HandleOwner owner && owner.self() != null) objects.add(owner.self());
        }
        return objects;
    }

    private static String name(Handle handle) {
        if (handle.data() instanceof String name) return name;   // what an async handle is for, only its owner knows
        String type = handle.getClass().getSimpleName();
        return switch (type) {
            case "TimerHandle" -> "Timeout";
            case "TcpHandle" -> "TCPSocketWrap";
            case "PipeHandle" -> "PipeWrap";
            case "UdpHandle" -> "UDPWrap";
            case "FsEventHandle" -> "FSEventWrap";
            case "SignalHandle" -> "SignalWrap";
            case "CheckHandle", "IdleHandle" -> "Immediate";
            default -> type;
        };
    }
}
