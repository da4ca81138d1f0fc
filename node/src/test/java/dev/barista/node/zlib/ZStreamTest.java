package dev.barista.node.zlib;

import static dev.barista.node.zlib.ZlibStatus.FINISH;
import static dev.barista.node.zlib.ZlibStatus.NEED_DICT;
import static dev.barista.node.zlib.ZlibStatus.OK;
import static dev.barista.node.zlib.ZlibStatus.STREAM_END;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** zlib of the system and zlib in Java do the same, and each reads what the other has written. */
class ZStreamTest {
    private static final int SYNC_FLUSH = 2;
    private static final byte[] DATA = data();
    private static final List<Supplier<ZStream>> KINDS = List.of(NativeZStream::new, JavaZStream::new);

    @BeforeAll
    static void theSystemHasZlib() {
        assumeTrue(ZlibLibrary.PRESENT, "no zlib here");
    }

    /** Longer than what goes in at once, half of it incompressible. */
    private static byte[] data() {
        byte[] data = new byte[300_000];
        new Random(1).nextBytes(data);
        for (int i = 0; i < data.length / 2; i++) data[i] = (byte) (i / 100);
        return data;
    }

    @ParameterizedTest
    @ValueSource(ints = {15, 9, -15, -10, 31, 25})
    void eachReadsTheOther(int windowBits) {
        for (Supplier<ZStream> writer : KINDS) {
            byte[] packed = deflated(writer.get(), windowBits, null);
            assertThat(packed.length).isLessThan(DATA.length * 2 / 3);
            for (Supplier<ZStream> reader : KINDS) {
                ZStream stream = reader.get();
                assertThat(stream.inflateInit(windowBits)).isEqualTo(OK);
                assertThat(pumped(stream, packed, FINISH, STREAM_END)).isEqualTo(DATA);
                assertThat(stream.reset()).isEqualTo(OK);
                assertThat(pumped(stream, packed, SYNC_FLUSH, STREAM_END)).isEqualTo(DATA);
                stream.free();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aDictionaryIsAskedFor(boolean inJava) {
        byte[] dictionary = "a dictionary of words".getBytes(StandardCharsets.UTF_8);
        byte[] packed = deflated(inJava ? new NativeZStream() : new JavaZStream(), 15, dictionary);
        ZStream stream = inJava ? new JavaZStream() : new NativeZStream();
        stream.inflateInit(15);
        Flow flow = new Flow(MemorySegment.ofArray(packed), MemorySegment.ofArray(new byte[DATA.length + 1]));
        assertThat(stream.pump(flow, FINISH)).isEqualTo(NEED_DICT);
        assertThat(stream.setDictionary(dictionary)).isEqualTo(OK);
        assertThat(stream.pump(flow, FINISH)).isEqualTo(STREAM_END);
        assertThat(flow.room()).isEqualTo(1);
        stream.free();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theLevelChangesInMidStream(boolean inJava) {
        ZStream stream = inJava ? new JavaZStream() : new NativeZStream();
        stream.deflateInit(9, 15, 8, 0);
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        packed.writeBytes(pumped(stream, DATA, SYNC_FLUSH, OK));
        int first = packed.size();
        assertThat(stream.params(0, 0)).isIn(OK, ZlibStatus.BUF_ERROR);
        packed.writeBytes(pumped(stream, DATA, FINISH, STREAM_END));
        stream.free();
        assertThat(packed.size() - first).isGreaterThan(DATA.length);
        ZStream reader = new NativeZStream();
        reader.inflateInit(15);
        assertThat(pumped(reader, packed.toByteArray(), FINISH, STREAM_END)).hasSize(2 * DATA.length);
        reader.free();
    }

    private static byte[] deflated(ZStream stream, int windowBits, byte[] dictionary) {
        assertThat(stream.deflateInit(6, windowBits, 8, 0)).isEqualTo(OK);
        if (dictionary != null) assertThat(stream.setDictionary(dictionary)).isEqualTo(OK);
        byte[] packed = pumped(stream, DATA, FINISH, STREAM_END);
        stream.free();
        return packed;
    }

    /** All that comes out, asked for in pieces; {@code last} is what the stream says at the end. */
    private static byte[] pumped(ZStream stream, byte[] input, int flush, int last) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        long taken = 0;
        byte[] piece = new byte[100_000];
        while (true) {
            MemorySegment rest = MemorySegment.ofArray(input).asSlice(taken);
            Flow flow = new Flow(rest, MemorySegment.ofArray(piece));
            int status = stream.pump(flow, flush);
            taken += rest.byteSize() - flow.available();
            all.write(piece, 0, (int) (piece.length - flow.room()));
            if (flow.room() == 0) continue;
            assertThat(status).as(stream.message()).isEqualTo(last);
            assertThat(taken).isEqualTo(input.length);
            return all.toByteArray();
        }
    }
}
