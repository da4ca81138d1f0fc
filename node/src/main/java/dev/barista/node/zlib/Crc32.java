package dev.barista.node.zlib;

import java.nio.ByteBuffer;
import java.util.zip.CRC32;

/** The checksum of gzip, which can go on from an earlier one. Any thread. */
final class Crc32 {
    private static final int POLYNOMIAL = 0xedb88320;   // bit-reversed: x^0 is the highest bit
    private static final int ONE = 1 << 31;

    private Crc32() {}

    /** @param before the checksum of what comes before the bytes; 0 for nothing */
    static int of(ByteBuffer bytes, int before) {
        int length = bytes.remaining();
        CRC32 crc = new CRC32();
        crc.update(bytes);
        int here = (int) crc.getValue();
        return before == 0 ? here : shifted(before, length) ^ here;
    }

    /** The checksum as {@code length} bytes of zeros behind it change it: a product with x to the power of their bits. */
    private static int shifted(int crc, long length) {
        int power = ONE >>> 8;   // x^8
        for (long left = length; left != 0; left >>>= 1) {
            if ((left & 1) != 0) crc = product(crc, power);
            power = product(power, power);
        }
        return crc;
    }

    /** The product of two polynomials modulo the checksum's. */
    private static int product(int a, int b) {
        int result = 0;
        for (int bit = ONE; bit != 0; bit >>>= 1) {
            if ((a & bit) != 0) result ^= b;
            b = (b & 1) == 0 ? b >>> 1 : b >>> 1 ^ POLYNOMIAL;
        }
        return result;
    }
}
