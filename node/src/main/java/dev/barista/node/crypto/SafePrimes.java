package dev.barista.node.crypto;

import java.math.BigInteger;
import java.util.BitSet;

/**
 * Primes whose half, less one, is prime too. Any thread.
 *
 * <p>Both halves are sieved together by small primes before anything is tested: without that most of the time would go to tests of
 * candidates that a small prime divides. The tests are shared by the cores.
 */
final class SafePrimes {
    private static final int SMALL = 1 << 19;
    private static final int WINDOW = 1 << 16;
    private static final int STEP = 6;
    private static final int CERTAINTY = 100;
    private static final int SIEVED_BITS = 64;

    private SafePrimes() {}

    static BigInteger generate(int bits) {
        if (bits < SIEVED_BITS) return small(bits);
        int[] primes = Primes.between(STEP - 1, SMALL);
        for (;;) {
            BigInteger found = search(start(bits - 1), bits, primes);
            if (found != null) return found;
        }
    }

    private static BigInteger small(int bits) {
        for (;;) {
            BigInteger p = BigInteger.probablePrime(bits - 1, Randomness.SOURCE).shiftLeft(1).setBit(0);
            if (p.bitLength() == bits && p.isProbablePrime(CERTAINTY)) return p;
        }
    }

    /** A half of so many bits that leaves 5 when divided by 6, as every half but 2 and 3 does; its two highest bits are set. */
    private static BigInteger start(int bits) {
        BigInteger half = new BigInteger(bits, Randomness.SOURCE).setBit(bits - 1).setBit(bits - 2);
        int left = half.mod(BigInteger.valueOf(STEP)).intValue();
        return half.add(BigInteger.valueOf(5 - left));
    }

    private static BigInteger search(BigInteger start, int bits, int[] primes) {
        BitSet divisible = new BitSet(WINDOW);
        for (int prime : primes) {
            int left = start.mod(BigInteger.valueOf(prime)).intValue();
            strike(divisible, prime, left, 0);
            strike(divisible, prime, left, (prime - 1) / 2);   // there twice the half and one is divisible
        }
        divisible.flip(0, WINDOW);
        return divisible.stream().parallel().mapToObj(i -> start.add(BigInteger.valueOf((long) STEP * i))).filter(half -> isHalf(half, bits))
                .findAny().map(SafePrimes::whole).orElse(null);
    }

    private static BigInteger whole(BigInteger half) {
        return half.shiftLeft(1).setBit(0);
    }

    private static boolean isHalf(BigInteger half, int bits) {
        if (!passes(half)) return false;
        BigInteger prime = whole(half);
        return prime.bitLength() == bits && passes(prime) && prime.isProbablePrime(CERTAINTY) && half.isProbablePrime(CERTAINTY);
    }

    /** Strikes the candidates that leave {@code wanted} when divided by a prime. */
    private static void strike(BitSet divisible, int prime, int left, int wanted) {
        long inverse = inverseOfStep(prime);
        long first = Math.floorMod((wanted - left) * inverse, (long) prime);
        for (long i = first; i < WINDOW; i += prime) divisible.set((int) i);
    }

    /** Of 6, modulo a prime above 3. */
    private static long inverseOfStep(int prime) {
        return prime % STEP == 1 ? prime - (prime - 1) / STEP : (prime + 1) / STEP;
    }

    /** Fermat's test, which most composite numbers fail. */
    private static boolean passes(BigInteger candidate) {
        return BigInteger.TWO.modPow(candidate.subtract(BigInteger.ONE), candidate).equals(BigInteger.ONE);
    }
}
