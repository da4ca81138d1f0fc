package dev.barista.node.http2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Sessions against one another, and against peers that break the rules of RFC 9113. */
class Http2SessionTest {
    private static final String SETTINGS = "000000040000000000";
    private static final String PREFACE = HexFormat.of().formatHex(Frames.PREFACE) + SETTINGS;
    /** GET http://a/ as fields. */
    private static final String GET = "828684410161";

    private final Peer client = new Peer(false);
    private final Peer server = new Peer(true);

    private void connect(long... settings) {
        client.session.submitSettings(new long[0]);
        server.session.submitSettings(settings);
        Peer.exchange(client, server);
        client.events();
        server.events();
    }

    private static Peer stranger() {
        Peer server = new Peer(true);
        server.give(PREFACE);
        server.events();
        return server;
    }

    private static String frame(int type, int flags, int stream, String payload) {
        return String.format("%06x%02x%02x%08x%s", payload.replace(" ", "").length() / 2, type, flags, stream, payload);
    }

    private static PendingWrite write(Http2Stream stream, int length) {
        return new PendingWrite(stream, new byte[length], 0, length, null);
    }

    @Test
    void aRequestAndItsResponse() {
        connect();
        Http2Stream stream = client.session.submitRequest(Peer.get(), true);
        Peer.exchange(client, server);
        assertEquals(List.of("headers 1 :method: GET end"), server.events());
        server.session.submitHeaders(server.last, Peer.fields(":status", "200"), false);
        server.session.write(server.last, write(server.last, 5));
        server.session.end(server.last);
        Peer.exchange(client, server);
        assertEquals(List.of("closed 1 0"), server.events());
        assertEquals(List.of("headers 1 :status: 200", "data 1 5", "ended 1", "closed 1 0"), client.events());
        assertTrue(stream.closed);
    }

    @Test
    void dataStopsAtTheWindowAndGoesOnWithUpdates() {
        connect();
        Http2Stream stream = client.session.submitRequest(Peer.post(), false);
        client.session.write(stream, write(stream, 100_000));
        Peer.exchange(client, server);
        assertEquals(65535, received(server.events()));
        server.session.consumeConnection(0);
        server.session.consumeStream(server.last, 65535);
        Peer.exchange(client, server);
        assertEquals(100_000 - 65535, received(server.events()));
    }

    private static int received(List<String> events) {
        return events.stream().filter(e -> e.startsWith("data ")).mapToInt(e -> Integer.parseInt(e.split(" ")[2])).sum();
    }

    @Test
    void streamsTakeTurns() {
        connect();
        for (int i = 0; i < 2; i++) {
            Http2Stream stream = client.session.submitRequest(Peer.post(), false);
            client.session.write(stream, write(stream, 30_000));
        }
        server.give(client.take());
        List<String> data = server.events().stream().filter(e -> e.startsWith("data")).toList();
        assertEquals(List.of("data 1 16384", "data 3 16384", "data 1 13616", "data 3 13616"), data);
    }

    @Test
    void requestsWaitForOthersToEnd() {
        connect(Settings.MAX_CONCURRENT_STREAMS, 1);
        client.session.submitRequest(Peer.get(), true);
        client.session.submitRequest(Peer.get(), true);
        Peer.exchange(client, server);
        assertEquals(List.of("headers 1 :method: GET end"), server.events());
        server.session.submitHeaders(server.last, Peer.fields(":status", "200"), true);
        Peer.exchange(client, server);
        assertEquals(List.of("closed 1 0", "headers 3 :method: GET end"), server.events());
    }

    @Test
    void trailersAreAskedForWhenAllDataHasLeft() {
        connect();
        client.session.submitRequest(Peer.get(), true);
        Peer.exchange(client, server);
        Http2Stream stream = server.last;
        stream.wantsTrailers = true;
        server.session.submitHeaders(stream, Peer.fields(":status", "200"), false);
        server.session.write(stream, write(stream, 3));
        server.session.end(stream);
        Peer.exchange(client, server);
        assertEquals("trailers 1", server.events().getLast());
        server.session.submitHeaders(stream, Peer.fields("a", "b"), true);
        Peer.exchange(client, server);
        assertEquals(List.of("headers 1 :status: 200", "data 1 3", "headers 1 a: b end", "closed 1 0"), client.events());
    }

    @Test
    void promisesBecomeStreams() {
        connect();
        client.session.submitRequest(Peer.get(), true);
        Peer.exchange(client, server);
        Http2Stream promised = server.session.submitPush(server.last, Peer.get());
        server.session.submitHeaders(promised, Peer.fields(":status", "200"), true);
        Peer.exchange(client, server);
        assertEquals(List.of("promised 2", "headers 2 :status: 200 end", "closed 2 0"), client.events());
    }

    @Test
    void goawayRefusesTheStreamsAfterIt() {
        connect();
        client.session.submitRequest(Peer.get(), true);
        Peer.exchange(client, server);
        client.session.submitRequest(Peer.get(), true);
        byte[] late = client.take();
        server.session.submitGoaway(0, 1, new byte[0]);
        client.give(server.take());
        assertEquals(List.of("goaway 0 1", "closed 3 7"), client.events());
        server.events();
        server.give(late);
        assertEquals(List.of(), server.events());
    }

    @Test
    void brokenRulesEndTheConnection() {
        record Case(String frames, int failure) {}
        for (Case c : List.of(
                new Case(frame(Frames.DATA, 0, 0, "00"), ErrorCode.ERR_PROTO),
                new Case(frame(Frames.DATA, 0, 1, "00"), ErrorCode.ERR_PROTO),
                new Case(frame(Frames.HEADERS, 4, 0, GET), ErrorCode.ERR_PROTO),
                new Case(frame(Frames.HEADERS, 4, 2, GET), ErrorCode.ERR_PROTO),
                new Case(frame(Frames.HEADERS, 0, 1, GET) + frame(Frames.PING, 0, 0, "0000000000000000"), ErrorCode.ERR_PROTO),
                new Case(frame(Frames.CONTINUATION, 4, 1, GET), ErrorCode.ERR_PROTO),
                new Case(frame(Frames.HEADERS, 4, 1, "80"), ErrorCode.ERR_HEADER_COMP),
                new Case(frame(Frames.HEADERS, 0xc, 1, "ff"), ErrorCode.ERR_PROTO),
                new Case(frame(Frames.RST_STREAM, 0, 1, "00000000"), ErrorCode.ERR_PROTO),
                new Case(frame(Frames.SETTINGS, 0, 1, ""), ErrorCode.ERR_PROTO),
                new Case(frame(Frames.SETTINGS, 0, 0, "00"), ErrorCode.ERR_FRAME_SIZE_ERROR),
                new Case(frame(Frames.SETTINGS, 1, 0, ""), ErrorCode.ERR_PROTO),
                new Case(frame(Frames.SETTINGS, 0, 0, "000200000002"), ErrorCode.ERR_PROTO),
                new Case(frame(Frames.SETTINGS, 0, 0, "0004 80000000"), ErrorCode.ERR_FLOW_CONTROL),
                new Case(frame(Frames.SETTINGS, 0, 0, "0005 00000000"), ErrorCode.ERR_PROTO),
                new Case(frame(Frames.PUSH_PROMISE, 4, 1, "00000002" + GET), ErrorCode.ERR_PROTO),
                new Case(frame(Frames.PING, 0, 0, "00"), ErrorCode.ERR_FRAME_SIZE_ERROR),
                new Case(frame(Frames.WINDOW_UPDATE, 0, 0, "00000000"), ErrorCode.ERR_PROTO),
                new Case(frame(Frames.WINDOW_UPDATE, 0, 0, "7fffffff"), ErrorCode.ERR_FLOW_CONTROL),
                new Case("004001" + "06" + "00" + "00000000", ErrorCode.ERR_FRAME_SIZE_ERROR))) {
            Peer server = stranger();
            server.give(c.frames());
            assertEquals("failed " + c.failure(), server.events().getLast(), c.frames());
            server.take();
            assertTrue(server.session.finished());
        }
    }

    @Test
    void whoDoesNotSpeakTheProtocolIsToldSo() {
        Peer server = new Peer(true);
        server.give(HexFormat.of().formatHex("GET / HTTP/1.1\r\n\r\n".getBytes()));
        assertEquals(List.of("failed " + ErrorCode.ERR_BAD_CLIENT_MAGIC), server.events());
        Peer client = new Peer(false);
        client.give(HexFormat.of().formatHex("HTTP/1.1 400 Bad Request\r\n".getBytes()));
        assertEquals(List.of("failed " + ErrorCode.ERR_PROTO), client.events());
    }

    @Test
    void malformedMessagesEndTheirStreamOnly() {
        for (String fields : List.of("88", "8284", "82868441016182", "82868441016100012d0162" + "40023a780161", "828684410161" + "400a636f6e6e656374696f6e0161",
                "828684410161" + "4001410161")) {
            Peer server = stranger();
            server.give(frame(Frames.HEADERS, 5, 1, fields));
            assertEquals(List.of(), server.events(), fields);
            server.take();
            assertEquals(List.of("closed 1 1"), server.events(), fields);
            server.give(frame(Frames.HEADERS, 5, 3, GET));
            assertEquals(List.of("headers 3 :method: GET end"), server.events());
        }
    }

    @Test
    void aBodyIsAsLongAsItSays() {
        Peer server = stranger();
        String fields = "838684410161" + "0f0d0132";
        server.give(frame(Frames.HEADERS, 4, 1, fields) + frame(Frames.DATA, 1, 1, "00"));
        server.take();
        assertEquals(List.of("headers 1 :method: POST", "data 1 1", "closed 1 1"), server.events());
        server.give(frame(Frames.HEADERS, 4, 3, fields) + frame(Frames.DATA, 1, 3, "000000"));
        server.take();
        assertEquals(List.of("headers 3 :method: POST", "closed 3 1"), server.events());
    }

    @Test
    void whoAsksForAnswersAndTakesNoneIsSentAway() {
        for (String frame : List.of(frame(Frames.PING, 0, 0, "0000000000000000"), SETTINGS)) {
            Peer server = stranger();
            int count = 0;
            while (!server.session.terminating() && count++ < 2000) server.give(frame);
            assertEquals("failed " + ErrorCode.ERR_FLOODED, server.events().getLast());
            assertTrue(count < 1002);
        }
    }

    @Test
    void framesThatAreNoUseEndTheConnectionInTheEnd() {
        Peer server = stranger();
        int streams = 0;
        while (!server.session.terminating() && streams < 2000) {
            server.give(frame(Frames.HEADERS, 5, 1 + 2 * streams++, "88"));
            server.take();
        }
        assertTrue(server.events().contains("too many invalid"));
        assertTrue(streams > 1000 && streams < 1010);
    }

    @Test
    void aBlockInTooManyFramesEndsTheConnection() {
        Peer server = stranger();
        server.give(frame(Frames.HEADERS, 0, 1, ""));
        for (int i = 0; i < 8; i++) server.give(frame(Frames.CONTINUATION, 0, 1, ""));
        assertEquals(List.of(), server.events());
        server.give(frame(Frames.CONTINUATION, 0, 1, ""));
        assertEquals(List.of("failed " + ErrorCode.ERR_TOO_MANY_CONTINUATIONS), server.events());
    }

    @Test
    void whoResetsWithoutEndIsSentAway() {
        Peer server = stranger();
        for (int i = 0; i < 1100 && !server.session.goawaySent; i++) {
            server.give(frame(Frames.HEADERS, 4, 1 + 2 * i, GET) + frame(Frames.RST_STREAM, 0, 1 + 2 * i, "00000008"));
            server.take();
        }
        assertTrue(server.session.goawaySent);
    }

    @Test
    void whatFindsNoMemoryIsRefused() {
        Peer server = stranger();
        server.memory = false;
        server.take();
        server.give(frame(Frames.HEADERS, 5, 1, GET));
        assertEquals(List.of(), server.events());
        assertTrue(HexFormat.of().formatHex(server.take()).endsWith(frame(Frames.RST_STREAM, 0, 1, "0000000b")));
    }

    @Test
    void moreThanTheWindowEndsTheStream() {
        connect(Settings.INITIAL_WINDOW_SIZE, 10);
        Http2Stream stream = client.session.submitRequest(Peer.post(), false);
        stream.remoteWindow = 1000;
        client.session.write(stream, write(stream, 11));
        Peer.exchange(client, server);
        assertEquals(List.of("headers 1 :method: POST", "closed 1 3"), server.events());
        assertEquals("closed 1 3", client.events().getLast());
    }

    @Test
    void framesAreTheSameHoweverTheyAreCut() {
        String frames = PREFACE + frame(Frames.HEADERS, 4, 1, "838684410161") + frame(Frames.DATA, 8, 1, "02 616263 0000")
                + frame(Frames.PING, 0, 0, "0000000000000000") + frame(Frames.DATA, 1, 1, "64");
        byte[] bytes = HexFormat.of().parseHex(frames.replace(" ", ""));
        Peer server = new Peer(true);
        for (byte octet : bytes) server.give(new byte[] {octet});
        assertEquals(List.of("settings", "headers 1 :method: POST", "data 1 1", "data 1 1", "data 1 1", "ping", "data 1 1", "ended 1"), server.events());
    }

    @Test
    void anyOctetsAreSurvived() {
        Random random = new Random(3);
        for (int round = 0; round < 5000; round++) {
            Peer server = stranger();
            for (int i = 0; i < 20; i++) {
                byte[] payload = new byte[random.nextInt(24)];
                random.nextBytes(payload);
                server.give(frame(random.nextInt(13), random.nextInt(64), random.nextInt(6), HexFormat.of().formatHex(payload)));
                server.take();
            }
        }
        assertFalse(client.session.finished());
    }
}
