package dev.barista.node.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What holds for any bytes. In the tests Jazzer runs the known messages and what it has found before; {@code node/fuzz} has it look
 * for more.
 */
class HttpParserFuzzTest {
    static Stream<byte[]> knownRequests() throws IOException {
        return known("request");
    }

    static Stream<byte[]> knownResponses() throws IOException {
        return known("response");
    }

    private static Stream<byte[]> known(String kind) throws IOException {
        return Fact.all().stream().filter(f -> f.kind().startsWith(kind)).map(Fact::message);
    }

    @MethodSource("knownRequests")
    @FuzzTest
    void requests(byte[] message) {
        check("request", message);
        check("request lenient", message);
    }

    @MethodSource("knownResponses")
    @FuzzTest
    void responses(byte[] message) {
        check("response", message);
        check("response lenient", message);
    }

    private static void check(String kind, byte[] message) {
        if (message.length == 0) return;
        List<String> events = Recorder.record(kind, message);
        saysTheSameHoweverItIsCut(kind, message, Recorder.withoutOffsets(events));
        everyErrorHasACode(events);
        boolean lenient = kind.endsWith("lenient");
        boolean request = kind.startsWith("request");
        for (Boundaries.Span span : Boundaries.of(message, request, lenient)) {
            if (!lenient) assertEquals(ReferenceReader.end(message, span.from(), request), span.to(), "the end of the message at " + span.from());
        }
    }

    private static void saysTheSameHoweverItIsCut(String kind, byte[] message, List<String> whole) {
        byte[][] single = new byte[message.length][];
        for (int i = 0; i < single.length; i++) single[i] = new byte[] {message[i]};
        assertEquals(whole, Recorder.withoutOffsets(Recorder.record(kind, single)), "byte by byte");
        int at = Math.floorMod(Arrays.hashCode(message), message.length);
        assertEquals(whole, Recorder.withoutOffsets(Recorder.recordSplit(kind, message, at)), "cut at " + at);
    }

    private static void everyErrorHasACode(List<String> events) {
        for (String event : events) {
            if (event.startsWith("error ") || event.startsWith("finish ")) assertTrue(event.matches("(?s)\\w+ HPE_[A-Z0-9_]+ .+"), event);
        }
    }
}
