package dev.barista.engine.json;

import java.math.BigInteger;

/**
 * From decimal digits to the nearest double. Any thread.
 *
 * <p>Source: D. Lemire, "Number Parsing at a Gigabyte per Second" (2021), section 5, after an algorithm of M. Eisel's.
 */
final class Decimal {
    /** Powers of ten beyond these take the slow way. */
    private static final int MAX_POWER = 64;

    private static final int MAX_EXACT_POWER = 22;
    private static final long MAX_EXACT_DIGITS = 1L << 53;
    private static final double[] EXACT_POWERS = new double[MAX_EXACT_POWER + 1];

    private static final int MANTISSA_BITS = 52;
    private static final int BIAS = 1023;
    private static final int MAX_EXPONENT = 0x7FF;

    static {
        double power = 1;
        for (int i = 0; i <= MAX_EXACT_POWER; i++, power *= 10) EXACT_POWERS[i] = power;
    }

    private Decimal() {}

    /**
     * {@code digits × 10^power}, or NaN where this class does not know the nearest double for certain.
     *
     * @param digits not negative
     */
    static double of(long digits, int power) {
        if (digits <= MAX_EXACT_DIGITS && Math.abs(power) <= MAX_EXACT_POWER) {   // both are doubles, and one operation rounds once
            return power < 0 ? digits / EXACT_POWERS[-power] : digits * EXACT_POWERS[power];
        }
        if (digits == 0) return 0;
        return Math.abs(power) > MAX_POWER ? Double.NaN : nearest(digits, power);
    }

    private static double nearest(long digits, int power) {
        int leading = Long.numberOfLeadingZeros(digits);
        long w = digits << leading;
        int at = 2 * (power + MAX_POWER);
        long high = Math.unsignedMultiplyHigh(w, Fives.BITS[at]);
        long low = w * Fives.BITS[at];
        if ((high & 0x1FF) == 0x1FF) {   // the bits that decide are not settled by the upper half of the power
            long more = Math.unsignedMultiplyHigh(w, Fives.BITS[at + 1]);
            low += more;
            if (Long.compareUnsigned(low, more) < 0) high++;
            if (low == -1 && (power < -27 || power > 55)) return Double.NaN;
        }
        int upper = (int) (high >>> 63);
        int shift = upper + 64 - MANTISSA_BITS - 3;
        long mantissa = high >>> shift;
        int exponent = (((152170 + 65536) * power) >> 16) + 63 + upper - leading + BIAS;
        if (exponent <= 0) return Double.NaN;
        boolean halfway = Long.compareUnsigned(low, 1) <= 0 && power >= -4 && power <= 23 && (mantissa & 3) == 1;
        if (halfway && mantissa << shift == high) mantissa &= ~1;
        mantissa = (mantissa + (mantissa & 1)) >>> 1;
        if (mantissa >= 2L << MANTISSA_BITS) {
            mantissa = 1L << MANTISSA_BITS;
            exponent++;
        }
        if (exponent >= MAX_EXPONENT) return Double.NaN;
        return Double.longBitsToDouble((long) exponent << MANTISSA_BITS | mantissa & ~(1L << MANTISSA_BITS));
    }

    /** The first 128 bits of each power of five, the upper half first; those of negative powers are rounded up. */
    private static final class Fives {
        private static final int WIDTH = 128;
        private static final int FIRST_INEXACT = -27;
        static final long[] BITS = new long[2 * (2 * MAX_POWER + 1)];

        static {
            BigInteger five = BigInteger.valueOf(5);
            for (int power = -MAX_POWER; power <= MAX_POWER; power++) {
                BigInteger exact = five.pow(Math.abs(power));
                BigInteger bits = power < 0 ? reciprocal(exact, power) : exact.shiftLeft(WIDTH).shiftRight(exact.bitLength());
                BITS[2 * (power + MAX_POWER)] = bits.shiftRight(Long.SIZE).longValue();
                BITS[2 * (power + MAX_POWER) + 1] = bits.longValue();
            }
        }

        private static BigInteger reciprocal(BigInteger divisor, int power) {
            int z = divisor.subtract(BigInteger.ONE).bitLength();
            int scale = power >= FIRST_INEXACT ? z + WIDTH - 1 : 2 * z + WIDTH;
            BigInteger bits = BigInteger.ONE.shiftLeft(scale).divide(divisor).add(BigInteger.ONE);
            return bits.shiftRight(Math.max(0, bits.bitLength() - WIDTH));
        }
    }
}
