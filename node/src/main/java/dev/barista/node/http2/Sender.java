package dev.barista.node.http2;

import java.util.ArrayDeque;

/**
 * What a session has to send, and the frames that are made of it. Loop thread only.
 *
 * <p>Answers that keep a connection alive go first, then other frames in the order they were submitted, then requests as far as the other
 * side takes more streams, then data, of each stream a frame in turn.
 */
final class Sender {
    /** Acknowledgements and refusals that may wait: more are asked for only by those who want them to pile up. */
    private static final int MOST_ANSWERS = 1000;

    private final Http2Session session;
    private final ArrayDeque<Outgoing> urgent = new ArrayDeque<>();
    private final ArrayDeque<Outgoing> regular = new ArrayDeque<>();
    private final ArrayDeque<Outgoing> requests = new ArrayDeque<>();
    private final ArrayDeque<Http2Stream> ready = new ArrayDeque<>();
    private final FrameWriter writer;
    private boolean prefaceSent;
    private boolean finished;
    private int answers;

    Sender(Http2Session session) {
        this.session = session;
        this.writer = new FrameWriter(session);
        this.prefaceSent = session.server;
    }

    void urgent(Outgoing frame) {
        if (!finished) urgent.addLast(frame);
    }

    void regular(Outgoing frame) {
        if (!finished) regular.addLast(frame);
    }

    void request(Outgoing frame) {
        if (!finished) requests.addLast(frame);
    }

    /** Answers a SETTINGS or PING frame. @param payload of a PING; null for SETTINGS */
    void answer(byte[] payload) {
        Outgoing frame = new Outgoing(payload == null ? Frames.SETTINGS : Frames.PING, 0);
        frame.flags = Frames.ACK;
        frame.payload = payload == null ? new byte[0] : payload;
        if (countAnswer(frame)) urgent(frame);
    }

    /** Refuses a stream of which nothing is kept. */
    void refuse(Outgoing frame) {
        if (countAnswer(frame)) regular(frame);
    }

    private boolean countAnswer(Outgoing frame) {
        frame.answer = true;
        if (++answers <= MOST_ANSWERS) return true;
        session.fail(ErrorCode.ERR_FLOODED);
        return false;
    }

    /** @param stream null for the connection */
    void windowUpdate(Http2Stream stream, int count) {
        Outgoing frame = new Outgoing(Frames.WINDOW_UPDATE, stream == null ? 0 : stream.id);
        frame.on = stream;
        frame.code = count;
        regular(frame);
    }

    /** Gives up a request that has not been sent. @return false if it has */
    boolean cancel(Http2Stream stream, int code) {
        if (stream.headersSent || !requests.removeIf(frame -> frame.on == stream)) return false;
        session.close(stream, code);
        return true;
    }

    /** Has a stream's data sent as soon as it may. */
    void schedule(Http2Stream stream) {
        if (stream.scheduled || !stream.hasData()) return;
        if (stream.remoteWindow <= 0 && stream.waiting > 0) return;
        stream.scheduled = true;
        ready.addLast(stream);
    }

    void unschedule(Http2Stream stream) {
        if (!stream.scheduled) return;
        stream.scheduled = false;
        ready.remove(stream);
    }

    int queued() {
        return urgent.size() + regular.size() + requests.size();
    }

    boolean finished() {
        return finished;
    }

    boolean hasFrames() {
        if (finished) return false;
        return !urgent.isEmpty() || !regular.isEmpty() || mayOpen() || !prefaceSent || mayTakeData();
    }

    private boolean mayTakeData() {
        if (ready.isEmpty()) return false;
        if (session.remoteWindow > 0) return true;
        for (Http2Stream stream : ready) {
            if (stream.waiting == 0) return true;
        }
        return false;
    }

    private boolean mayOpen() {
        return !requests.isEmpty() && session.openOutgoing < session.remote.get(Settings.MAX_CONCURRENT_STREAMS);
    }

    void produce(Output out, int most) {
        if (!prefaceSent) {
            prefaceSent = true;
            out.put(Frames.PREFACE, 0, Frames.PREFACE.length);
            out.cut();
        }
        while (!finished && out.length() < most) {
            Outgoing frame = urgent.pollFirst();
            if (frame == null) frame = regular.pollFirst();
            if (frame == null && mayOpen()) frame = requests.pollFirst();
            if (frame != null) send(frame, out);
            else if (!sendData(out)) break;
        }
    }

    private void send(Outgoing frame, Output out) {
        if (frame.answer) answers--;
        switch (frame.type) {
            case Frames.HEADERS -> sendHeaders(frame, out);
            case Frames.PUSH_PROMISE -> sendPromise(frame, out);
            case Frames.RST_STREAM -> {
                if (frame.on != null && frame.on.closed) return;
                writer.reset(frame.stream, frame.code, out);
                if (frame.on != null) session.close(frame.on, frame.code);
            }
            case Frames.WINDOW_UPDATE -> sendWindowUpdate(frame, out);
            case Frames.GOAWAY -> sendGoaway(frame, out);
            default -> writer.plain(frame, out);
        }
    }

    private void sendHeaders(Outgoing frame, Output out) {
        Http2Stream stream = frame.on;
        boolean request = !stream.headersSent && !stream.incoming && !session.server;
        if (stream.closed || stream.localEnded) return;
        if (request && session.goawayReceived) {
            session.close(stream, ErrorCode.REFUSED_STREAM);
            return;
        }
        if (frame.fields.bound() > session.options.maxSendHeaderBlock()) {
            session.events.notSent(stream.id, Frames.HEADERS, ErrorCode.FRAME_SIZE_ERROR);
            if (request) session.close(stream, ErrorCode.REFUSED_STREAM);
            return;
        }
        writer.headers(frame, out);
        if (stream.reserved && !stream.incoming) {
            stream.reserved = false;
            count(stream);
        } else if (request) {
            count(stream);
        }
        stream.headersSent |= !isInformational(frame.fields);
        if ((frame.flags & Frames.END_STREAM) != 0) {
            endLocally(stream);
        } else {
            schedule(stream);
        }
    }

    private void count(Http2Stream stream) {
        stream.counted = true;
        session.openOutgoing++;
    }

    private static boolean isInformational(FieldList fields) {
        byte[] status = fields.value(FieldName.Kind.STATUS.text);
        return status != null && status.length > 0 && status[0] == '1';
    }

    private void sendPromise(Outgoing frame, Output out) {
        if (frame.on.closed || frame.on.localEnded || session.remote.get(Settings.ENABLE_PUSH) == 0) {
            session.close(frame.promised, ErrorCode.REFUSED_STREAM);
            return;
        }
        writer.promise(frame, out);
    }

    private void sendWindowUpdate(Outgoing frame, Output out) {
        Http2Stream stream = frame.on;
        if (stream == null) {
            writer.windowUpdate(0, frame.code, out);
            session.updateQueued = false;
            session.updateWindow();
        } else if (!stream.closed && !stream.remoteEnded) {
            writer.windowUpdate(stream.id, frame.code, out);
            stream.updateQueued = false;
            session.updateStreamWindow(stream);
        }
    }

    private void sendGoaway(Outgoing frame, Output out) {
        writer.goaway(frame, out);
        session.goawaySent = true;
        if (frame.last) {
            finished = true;
            urgent.clear();
            regular.clear();
            requests.clear();
            ready.clear();
        } else {
            session.closeAfter(frame.flags, true);
        }
    }

    /** Sends a frame of data. @return false if none may be sent now */
    private boolean sendData(Output out) {
        for (int left = ready.size(); left > 0; left--) {
            Http2Stream stream = ready.pollFirst();
            int count = (int) Math.min(Math.min(stream.waiting, stream.remoteWindow), session.remoteWindow);
            if (stream.waiting > 0 && count <= 0) {
                if (stream.remoteWindow <= 0) stream.scheduled = false;
                else ready.addLast(stream);
                continue;
            }
            stream.scheduled = false;
            sendData(stream, count, out);
            return true;
        }
        return false;
    }

    private void sendData(Http2Stream stream, int allowed, Output out) {
        int count = (int) Math.min(allowed, Math.min(Frames.MOST_PAYLOAD, session.remote.get(Settings.MAX_FRAME_SIZE)));
        boolean all = stream.ending && count == stream.waiting;
        if (count > 0 || !stream.wantsTrailers) {
            int window = Math.min(stream.remoteWindow, session.remoteWindow);
            int used = writer.data(stream, count, window, all && !stream.wantsTrailers, out);
            stream.remoteWindow -= used;
            session.remoteWindow -= used;
        }
        if (all && stream.wantsTrailers) {
            stream.trailersAsked = true;
            session.events.trailersWanted(stream);
        } else if (all) {
            endLocally(stream);
        } else {
            schedule(stream);
        }
    }

    /** An empty frame of data ends a stream that has no trailers after all. */
    void endWithoutTrailers(Http2Stream stream) {
        stream.wantsTrailers = false;
        stream.trailersAsked = false;
        schedule(stream);
    }

    private void endLocally(Http2Stream stream) {
        stream.localEnded = true;
        session.closeIfEnded(stream);
    }
}
