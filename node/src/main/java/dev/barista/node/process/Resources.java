package dev.barista.node.process;

import dev.barista.loop.Handle;
import dev.barista.loop.Loop;
import java.util.ArrayList;
import java.util.List;

/** What keeps a loop alive, under the names of {@code process.getActiveResourcesInfo()}. Loop thread only. */
final class Resources {
    private Resources() {}

    static List<String> active(Loop loop) {
        List<String> names = new ArrayList<>();
        for (Handle handle : loop.handles()) {
            if (handle.active() && handle.hasRef()) names.add(name(handle));
        }
        return names;
    }

    private static String name(Handle handle) {
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
