package dev.barista.node.zlib;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Random;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;

class Crc32Test {
    @Test
    void itGoesOnFromAnEarlierOne() {
        Random random = new Random(1);
        for (int round = 0; round < 100; round++) {
            byte[] bytes = new byte[random.nextInt(5000)];
            random.nextBytes(bytes);
            int cut = random.nextInt(bytes.length + 1);
            CRC32 whole = new CRC32();
            whole.update(bytes);
            int first = Crc32.of(ByteBuffer.wrap(bytes, 0, cut), 0);
            assertThat(Crc32.of(ByteBuffer.wrap(bytes, cut, bytes.length - cut), first)).isEqualTo((int) whole.getValue());
        }
    }
}
