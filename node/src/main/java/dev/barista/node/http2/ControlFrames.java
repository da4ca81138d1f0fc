package dev.barista.node.http2;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The frames that carry neither data nor fields: RFC 9113, section 6; RFC 7838, section 4; RFC 8336, section 2. Loop thread only. */
final class ControlFrames {
    private static final double NANOS = 1e9;

    private final Http2Session session;
    private double resetsAllowed;
    private long resetsCounted = System.nanoTime();
    private boolean settingsSeen;

    ControlFrames(Http2Session session) {
        this.session = session;
        this.resetsAllowed = session.options.resetBurst();
    }

    void frame(int type, int flags, int id, byte[] bytes, int at, int length) {
        switch (type) {
            case Frames.PRIORITY -> priority(id, bytes, at, length);
            case Frames.RST_STREAM -> reset(id, bytes, at, length);
            case Frames.SETTINGS -> settings(flags, id, bytes, at, length);
            case Frames.PING -> ping(flags, id, bytes, at, length);
            case Frames.GOAWAY -> goaway(id, bytes, at, length);
            case Frames.WINDOW_UPDATE -> windowUpdate(id, bytes, at, length);
            case Frames.ALTSVC -> altsvc(id, bytes, at, length);
            case Frames.ORIGIN -> origin(flags, id, bytes, at, length);
            default -> {
                // Frames of other types are for those who know them.
            }
        }
    }

    /** Priorities are taken and not heeded: RFC 9113, section 5.3.2. */
    private void priority(int id, byte[] bytes, int at, int length) {
        if (id == 0) session.fail(ErrorCode.ERR_PROTO);
        else if (length != Frames.PRIORITY_LENGTH) session.fail(ErrorCode.ERR_FRAME_SIZE_ERROR);
        else if ((Frames.int32(bytes, at) & Frames.STREAM_ID) == id) session.fail(ErrorCode.ERR_PROTO);
    }

    private void reset(int id, byte[] bytes, int at, int length) {
        if (length != Integer.BYTES) {
            session.fail(ErrorCode.ERR_FRAME_SIZE_ERROR);
            return;
        }
        if (id == 0 || session.isIdle(id)) {
            session.fail(ErrorCode.ERR_PROTO);
            return;
        }
        Http2Stream stream = session.stream(id);
        if (stream == null) return;
        session.close(stream, Frames.int32(bytes, at));
        if (session.server && stream.incoming && !session.goawaySent && !mayReset()) {
            session.submitGoaway(ErrorCode.INTERNAL_ERROR, session.lastReceivedId, new byte[0]);
        }
    }

    /** Counts a stream that the other side gives up, against how many it may. */
    private boolean mayReset() {
        long now = System.nanoTime();
        SessionOptions options = session.options;
        resetsAllowed = Math.min(options.resetBurst(), resetsAllowed + (now - resetsCounted) / NANOS * options.resetRate());
        resetsCounted = now;
        if (resetsAllowed < 1) return false;
        resetsAllowed--;
        return true;
    }

    private void settings(int flags, int id, byte[] bytes, int at, int length) {
        if (id != 0) {
            session.fail(ErrorCode.ERR_PROTO);
        } else if ((flags & Frames.ACK) != 0) {
            if (length != 0) session.fail(ErrorCode.ERR_FRAME_SIZE_ERROR);
            else acknowledged();
        } else if (length % Frames.SETTING_LENGTH != 0) {
            session.fail(ErrorCode.ERR_FRAME_SIZE_ERROR);
        } else if (length / Frames.SETTING_LENGTH > session.options.maxSettings()) {
            session.fail(ErrorCode.ERR_TOO_MANY_SETTINGS);
        } else {
            // What was assumed before the other side had said anything holds no longer.
            if (!settingsSeen) session.remote.set(Settings.MAX_CONCURRENT_STREAMS, Settings.UNLIMITED);
            settingsSeen = true;
            for (int i = at; i < at + length; i += Frames.SETTING_LENGTH) {
                if (!setting(Frames.uint16(bytes, i), Frames.uint32(bytes, i + 2))) return;
            }
            session.sender().answer(null);
            if (!session.terminating()) session.events.settings();
        }
    }

    private boolean setting(int id, long value) {
        Settings remote = session.remote;
        int failure = switch (id) {
            case Settings.ENABLE_PUSH -> value > 1 || !session.server && value != 0 ? ErrorCode.ERR_PROTO : 0;
            case Settings.INITIAL_WINDOW_SIZE -> value > Frames.MOST_WINDOW ? ErrorCode.ERR_FLOW_CONTROL : moveRemoteWindows(value);
            case Settings.MAX_FRAME_SIZE -> value < Settings.LEAST_MAX_FRAME_SIZE || value > Settings.MOST_MAX_FRAME_SIZE ? ErrorCode.ERR_PROTO : 0;
            case Settings.ENABLE_CONNECT_PROTOCOL -> value > 1 || value == 0 && remote.get(id) == 1 ? ErrorCode.ERR_PROTO : 0;
            default -> 0;
        };
        if (failure != 0) {
            session.fail(failure);
            return false;
        }
        if (id == Settings.HEADER_TABLE_SIZE) session.encoder.allowedTableSize(value);
        if (Settings.named(id) || session.events.keepsSetting(id)) remote.set(id, value);
        return true;
    }

    private int moveRemoteWindows(long value) {
        long delta = value - session.remote.get(Settings.INITIAL_WINDOW_SIZE);
        for (Http2Stream stream : session.streams.values()) {
            if (stream.remoteWindow + delta > Frames.MOST_WINDOW) return ErrorCode.ERR_FLOW_CONTROL;
            stream.remoteWindow += (int) delta;
            session.sender().schedule(stream);
        }
        return 0;
    }

    private void acknowledged() {
        Settings now = session.unacknowledged.pollFirst();
        if (now == null) {
            session.fail(ErrorCode.ERR_PROTO);
            return;
        }
        long delta = now.get(Settings.INITIAL_WINDOW_SIZE) - session.local.get(Settings.INITIAL_WINDOW_SIZE);
        for (Http2Stream stream : session.streams.values()) stream.localWindow += (int) delta;
        if (now.get(Settings.HEADER_TABLE_SIZE) != session.local.get(Settings.HEADER_TABLE_SIZE)) {
            session.decoder.allowedTableSize(Math.min(Integer.MAX_VALUE, now.get(Settings.HEADER_TABLE_SIZE)));
        }
        session.local = now;
        session.events.settingsAcknowledged();
    }

    private void ping(int flags, int id, byte[] bytes, int at, int length) {
        if (id != 0) {
            session.fail(ErrorCode.ERR_PROTO);
            return;
        }
        if (length != Frames.PING_LENGTH) {
            session.fail(ErrorCode.ERR_FRAME_SIZE_ERROR);
            return;
        }
        byte[] payload = Arrays.copyOfRange(bytes, at, at + length);
        if ((flags & Frames.ACK) != 0) {
            session.events.pingAcknowledged(payload);
            return;
        }
        session.sender().answer(payload);
        if (!session.terminating()) session.events.ping(payload);
    }

    private void goaway(int id, byte[] bytes, int at, int length) {
        int headed = 2 * Integer.BYTES;
        if (id != 0) {
            session.fail(ErrorCode.ERR_PROTO);
            return;
        }
        if (length < headed) {
            session.fail(ErrorCode.ERR_FRAME_SIZE_ERROR);
            return;
        }
        int last = Frames.int32(bytes, at) & Frames.STREAM_ID;
        session.goawayReceived = true;
        session.events.goaway(Frames.int32(bytes, at + Integer.BYTES), last, Arrays.copyOfRange(bytes, at + headed, at + length));
        session.closeAfter(last, false);
    }

    private void windowUpdate(int id, byte[] bytes, int at, int length) {
        if (length != Integer.BYTES) {
            session.fail(ErrorCode.ERR_FRAME_SIZE_ERROR);
            return;
        }
        int increment = Frames.int32(bytes, at) & Frames.MOST_WINDOW;
        if (id == 0) {
            if (increment == 0) session.fail(ErrorCode.ERR_PROTO);
            else if (session.remoteWindow > Frames.MOST_WINDOW - increment) session.fail(ErrorCode.ERR_FLOW_CONTROL);
            else session.remoteWindow += increment;
            return;
        }
        if (session.isIdle(id)) {
            session.fail(ErrorCode.ERR_PROTO);
            return;
        }
        Http2Stream stream = session.stream(id);
        if (stream == null || stream.resetting) return;
        if (stream.reserved && stream.incoming) {
            session.fail(ErrorCode.ERR_PROTO);
        } else if (increment == 0) {
            session.invalid();
            session.submitReset(stream, ErrorCode.PROTOCOL_ERROR);
        } else if (stream.remoteWindow > Frames.MOST_WINDOW - increment) {
            session.submitReset(stream, ErrorCode.FLOW_CONTROL_ERROR);
        } else {
            stream.remoteWindow += increment;
            session.sender().schedule(stream);
        }
    }

    private void altsvc(int id, byte[] bytes, int at, int length) {
        if (length < 2) {
            session.fail(ErrorCode.ERR_FRAME_SIZE_ERROR);
            return;
        }
        int originLength = Frames.uint16(bytes, at);
        if (originLength > length - 2) {
            session.fail(ErrorCode.ERR_FRAME_SIZE_ERROR);
            return;
        }
        // One of both says whose service it is. A server has no use for it.
        if (session.server || id == 0 == (originLength == 0) || id != 0 && session.stream(id) == null) return;
        int value = at + 2 + originLength;
        session.events.altsvc(id, Arrays.copyOfRange(bytes, at + 2, value), Arrays.copyOfRange(bytes, value, at + length));
    }

    private void origin(int flags, int id, byte[] bytes, int from, int length) {
        if (session.server || id != 0 || (flags & 0xf) != 0) return;
        List<byte[]> origins = new ArrayList<>();
        int end = from + length;
        for (int at = from; at < end; ) {
            if (end - at < 2) {
                session.fail(ErrorCode.ERR_FRAME_SIZE_ERROR);
                return;
            }
            int count = Frames.uint16(bytes, at);
            at += 2;
            if (count > end - at) {
                session.fail(ErrorCode.ERR_FRAME_SIZE_ERROR);
                return;
            }
            if (count > 0) origins.add(Arrays.copyOfRange(bytes, at, at + count));
            at += count;
        }
        session.events.origins(origins.toArray(byte[][]::new));
    }
}
