package dev.barista.node.http2;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/** A session whose events are written down. */
final class Peer implements SessionEvents {
    final List<String> log = new ArrayList<>();
    final Http2Session session;
    boolean memory = true;
    Http2Stream last;

    Peer(boolean server) {
        this(server, SessionOptions.defaults());
    }

    Peer(boolean server, SessionOptions options) {
        session = new Http2Session(server, options, new StaticTable(), this);
    }

    static FieldList fields(String... texts) {
        byte[][] octets = new byte[texts.length][];
        for (int i = 0; i < texts.length; i++) octets[i] = texts[i].getBytes(StandardCharsets.ISO_8859_1);
        return new FieldList(octets, null);
    }

    static FieldList get() {
        return fields(":method", "GET", ":scheme", "http", ":path", "/", ":authority", "a");
    }

    static FieldList post() {
        return fields(":method", "POST", ":scheme", "http", ":path", "/", ":authority", "a");
    }

    /** What it has to send. */
    byte[] take() {
        Output out = new Output();
        byte[] all = {};
        while (session.wantsToWrite()) {
            session.produce(out, 1 << 20);
            if (out.length() == 0) break;
            int before = all.length;
            all = Arrays.copyOf(all, before + out.length());
            System.arraycopy(out.bytes(), 0, all, before, out.length());
            out.clear();
        }
        return all;
    }

    void give(byte[] bytes) {
        session.receive(bytes, 0, bytes.length);
    }

    void give(String hex) {
        give(HexFormat.of().parseHex(hex.replace(" ", "")));
    }

    /** Gives both what the other has to send until neither has anything. */
    static void exchange(Peer one, Peer other) {
        for (boolean more = true; more; ) {
            byte[] there = one.take();
            byte[] back = other.take();
            other.give(there);
            one.give(back);
            more = there.length + back.length > 0;
        }
    }

    /** What has happened since it was last asked. */
    List<String> events() {
        List<String> events = List.copyOf(log);
        log.clear();
        return events;
    }

    @Override
    public boolean hasMemory(long octets) {
        return memory;
    }

    @Override
    public boolean keepsSetting(int id) {
        return false;
    }

    @Override
    public void headers(Http2Stream stream, int category, int flags, HeaderBlock block) {
        last = stream;
        log.add("headers " + stream.id + " " + block.get(0) + ((flags & Frames.END_STREAM) != 0 ? " end" : ""));
    }

    @Override
    public void promised(Http2Stream parent, Http2Stream promised, int flags, HeaderBlock block) {
        last = promised;
        log.add("promised " + promised.id);
    }

    @Override
    public void data(Http2Stream stream, byte[] bytes, int offset, int length) {
        log.add("data " + stream.id + " " + length);
    }

    @Override
    public void ended(Http2Stream stream) {
        log.add("ended " + stream.id);
    }

    @Override
    public void closed(Http2Stream stream, int code) {
        log.add("closed " + stream.id + " " + code);
    }

    @Override
    public void trailersWanted(Http2Stream stream) {
        log.add("trailers " + stream.id);
    }

    @Override
    public void dataTaken(int count) {}

    @Override
    public void settings() {
        log.add("settings");
    }

    @Override
    public void settingsAcknowledged() {
        log.add("settings acknowledged");
    }

    @Override
    public void ping(byte[] payload) {
        log.add("ping");
    }

    @Override
    public void pingAcknowledged(byte[] payload) {
        log.add("ping acknowledged");
    }

    @Override
    public void goaway(int code, int lastStreamId, byte[] data) {
        log.add("goaway " + code + " " + lastStreamId);
    }

    @Override
    public void altsvc(int stream, byte[] origin, byte[] value) {
        log.add("altsvc " + stream);
    }

    @Override
    public void origins(byte[][] origins) {
        log.add("origins " + origins.length);
    }

    @Override
    public void notSent(int stream, int type, int code) {
        log.add("not sent " + stream + " " + type + " " + code);
    }

    @Override
    public void failed(int failure) {
        log.add("failed " + failure);
    }

    @Override
    public void tooManyInvalid() {
        log.add("too many invalid");
    }
}
