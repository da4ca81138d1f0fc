package dev.barista.node.crypto;

import java.math.BigInteger;
import java.util.BitSet;
import java.util.stream.IntStream;

/** Primes: testing and making them. Any thread. */
final class Primes {
    private static final int CERTAINTY = 100;

    private Primes() {}

    /** @param checks rounds of Miller and Rabin's test; 0 for as many as make an error less likely than 2^-100 */
    static boolean isPrime(BigInteger candidate, int checks) {
        return candidate.isProbablePrime(checks == 0 ? CERTAINTY : (int) Math.min(2L * checks, Integer.MAX_VALUE));
    }

    /** The primes from {@code from} to below {@code end}, sieved. */
    static int[] between(int from, int end) {
        BitSet composite = new BitSet(end);
        for (int i = 2; i * i < end; i++) if (!composite.get(i)) for (int j = i * i; j < end; j += i) composite.set(j);
        return IntStream.range(Math.max(from, 2), end).filter(i -> !composite.get(i)).toArray();
    }

    /** Whether a number is prime, where most are not: small divisors are looked for first. */
    static boolean isPrimeAmongMany(BigInteger candidate, int[] smallPrimes) {
        for (int prime : smallPrimes) if (candidate.mod(BigInteger.valueOf(prime)).signum() == 0) return false;
        return candidate.isProbablePrime(CERTAINTY);
    }

    /**
     * A prime of so many bits.
     *
     * @param safe whether half of it less one must be prime too
     * @param add {@code null}, or what the prime divided by it must leave {@code remainder}
     * @param remainder {@code null} for 1, or 3 where the prime must be safe
     */
    static BigInteger generate(int bits, boolean safe, BigInteger add, BigInteger remainder) {
        if (bits < 2 || safe && bits < 3) throw CryptoException.plain("error:01800076:bignum routines::bits too small");
        BigInteger left = add == null ? null : remainder != null ? remainder : safe ? BigInteger.valueOf(3) : BigInteger.ONE;
        for (;;) {
            BigInteger prime = add == null ? plain(bits, safe) : stepping(bits, add, left);
            if (prime.bitLength() != bits || !prime.isProbablePrime(CERTAINTY)) continue;
            if (!safe || prime.shiftRight(1).isProbablePrime(CERTAINTY)) return prime;
        }
    }

    /** Its two highest bits are set where there is room, so that products are long. */
    private static BigInteger plain(int bits, boolean safe) {
        if (safe) return SafePrimes.generate(bits);
        BigInteger prime = BigInteger.probablePrime(bits, Randomness.SOURCE);
        return bits < 3 || prime.testBit(bits - 2) ? prime : BigInteger.ZERO;
    }

    private static BigInteger stepping(int bits, BigInteger add, BigInteger left) {
        BigInteger start = new BigInteger(bits, Randomness.SOURCE).setBit(bits - 1);
        return start.subtract(start.mod(add)).add(left);
    }
}
