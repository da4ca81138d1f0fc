package dev.barista.node.http2;

import dev.barista.engine.AsyncScope;
import dev.barista.engine.JsFunction;
import dev.barista.engine.JsObject;
import dev.barista.engine.JsText;
import dev.barista.loop.Errno;
import dev.barista.node.Environment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A session's events as calls into JavaScript. Loop thread only.
 *
 * <p>Each is a callback of its own: what it queued has run before the next event.
 */
final class Callbacks implements SessionEvents {
    private final Environment env;
    private final Http2Binding room;
    private final Connection connection;
    private final int[] keptSettings;

    Callbacks(Environment env, Http2Binding room, Connection connection, int[] keptSettings) {
        this.env = env;
        this.room = room;
        this.connection = connection;
        this.keptSettings = keptSettings;
    }

    private Object call(JsFunction function, Object... arguments) {
        if (connection.destroyed()) return null;
        return env.ticks().call(connection.scope(), function, null, arguments);
    }

    private Object call(Http2Stream stream, JsFunction function, Object... arguments) {
        AsyncScope scope = room.scopeOf(stream, connection);
        return env.ticks().call(scope, function, null, arguments);
    }

    @Override
    public boolean hasMemory(long octets) {
        return connection.hasMemory(octets);
    }

    @Override
    public boolean keepsSetting(int id) {
        for (int kept : keptSettings) {
            if (kept == id) return true;
        }
        return false;
    }

    private Object texts(HeaderBlock block) {
        Object[] texts = new Object[2 * block.count()];
        for (int i = 0; i < block.count(); i++) {
            Field field = block.get(i);
            texts[2 * i] = field.name.text();
            texts[2 * i + 1] = field.valueText();
        }
        return env.realm().array(texts);
    }

    /** The names of fields that are not to be kept by anybody; null for none. */
    private Object sensitive(HeaderBlock block) {
        List<Object> names = null;
        for (int i = 0; i < block.count(); i++) {
            if (!block.get(i).sensitive) continue;
            if (names == null) names = new ArrayList<>();
            names.add(block.get(i).name.text());
        }
        return names == null ? null : env.realm().array(names.toArray());
    }

    @Override
    public void headers(Http2Stream stream, int category, int flags, HeaderBlock block) {
        if (connection.destroyed()) return;
        if (stream.owner != null) {
            if (!stream.detached) call(stream, room.receivers().onHeaders(), stream.owner, category, flags, texts(block), sensitive(block));
            return;
        }
        if (category != HeaderBlock.REQUEST) return;
        tell(room.receivers().onStream(), stream, flags, block);
    }

    @Override
    public void promised(Http2Stream parent, Http2Stream promised, int flags, HeaderBlock block) {
        tell(room.receivers().onPromise(), promised, flags, block);
    }

    /** Tells the session of a stream that JavaScript does not know yet. */
    private void tell(JsFunction function, Http2Stream stream, int flags, HeaderBlock block) {
        JsObject handle = env.realm().wrap(new StreamHandle(connection, stream));
        call(function, connection.owner(), handle, stream.id, flags, texts(block), sensitive(block));
    }

    @Override
    public void data(Http2Stream stream, byte[] bytes, int offset, int length) {
        if (stream.detached || stream.owner == null) {
            stream.session.consumeStream(stream, length);
            return;
        }
        call(stream, room.receivers().onData(), stream.owner, room.buffer(Arrays.copyOfRange(bytes, offset, offset + length)));
        if (stream.reading || stream.detached) stream.session.consumeStream(stream, length);
        else stream.unread += length;
    }

    @Override
    public void ended(Http2Stream stream) {
        if (!stream.detached && stream.owner != null) call(stream, room.receivers().onEnd(), stream.owner);
    }

    @Override
    public void closed(Http2Stream stream, int code) {
        // What can't be sent any more is done with. Of a stream that failed it is when that is destroyed.
        if (code == ErrorCode.NO_ERROR || stream.owner == null) connection.cancelWrites(stream, Errno.ECANCELED.code());
        if (!stream.detached && stream.owner != null) call(stream, room.receivers().onClose(), stream.owner, code);
    }

    @Override
    public void trailersWanted(Http2Stream stream) {
        if (!stream.detached && stream.owner != null) call(stream, room.receivers().onTrailers(), stream.owner);
    }

    @Override
    public void dataTaken(int count) {
        connection.taken(count);
    }

    @Override
    public void settings() {
        call(room.receivers().onSettings(), connection.owner());
    }

    @Override
    public void settingsAcknowledged() {
        call(room.receivers().onSettingsAck(), connection.owner());
    }

    @Override
    public void ping(byte[] payload) {
        call(room.receivers().onPing(), connection.owner(), room.buffer(payload));
    }

    @Override
    public void pingAcknowledged(byte[] payload) {
        call(room.receivers().onPingAck(), connection.owner(), room.buffer(payload));
    }

    @Override
    public void goaway(int code, int lastStreamId, byte[] data) {
        double unsigned = code & 0xffff_ffffL;
        call(room.receivers().onGoaway(), connection.owner(), unsigned, lastStreamId, data.length == 0 ? null : room.buffer(data));
    }

    private static Object latin1(byte[] bytes) {
        return JsText.ofLatin1(bytes, 0, bytes.length);
    }

    @Override
    public void altsvc(int stream, byte[] origin, byte[] value) {
        call(room.receivers().onAltsvc(), connection.owner(), stream, latin1(origin), latin1(value));
    }

    @Override
    public void origins(byte[][] origins) {
        JsObject list = env.realm().array(Arrays.stream(origins).map(Callbacks::latin1).toArray());
        call(room.receivers().onOrigin(), connection.owner(), list);
    }

    @Override
    public void notSent(int stream, int type, int code) {
        call(room.receivers().onFrameError(), connection.owner(), stream, type, code);
    }

    @Override
    public void failed(int failure) {
        call(room.receivers().onError(), connection.owner(), failure, null);
    }

    @Override
    public void tooManyInvalid() {
        call(room.receivers().onError(), connection.owner(), ErrorCode.ERR_CALLBACK_FAILURE, "ERR_HTTP2_TOO_MANY_INVALID_FRAMES");
    }
}
