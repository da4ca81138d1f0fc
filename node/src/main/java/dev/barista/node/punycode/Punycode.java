package dev.barista.node.punycode;

/** Bootstring with Punycode's parameters: RFC 3492. Lone surrogates count as code points. Any thread. */
final class Punycode {
    private static final int BASE = 36;
    private static final int T_MIN = 1;
    private static final int T_MAX = 26;
    private static final int SKEW = 38;
    private static final int DAMP = 700;
    private static final int INITIAL_BIAS = 72;
    private static final int INITIAL_N = 128;

    /** Why a text could not be converted, as a number that JavaScript knows. */
    enum Failure { OVERFLOW, NOT_BASIC, INVALID_INPUT, INVALID_CODE_POINT }

    /** Leaves the conversion. */
    static final class Failed extends Exception {
        private static final long serialVersionUID = 1L;
        private final transient Failure failure;

        private Failed(Failure failure) {
            super(null, null, false, false);
            this.failure = failure;
        }

        Failure failure() {
            return failure;
        }
    }

    private Punycode() { }

    static String encode(String text) throws Failed {
        int[] points = text.codePoints().toArray();
        StringBuilder out = new StringBuilder();
        for (int p : points) if (p < INITIAL_N) out.append((char) p);
        int basic = out.length();
        if (basic > 0) out.append('-');
        long n = INITIAL_N;
        long delta = 0;
        int bias = INITIAL_BIAS;
        for (int handled = basic; handled < points.length;) {
            int next = Integer.MAX_VALUE;
            for (int p : points) if (p >= n && p < next) next = p;
            delta += (next - n) * (handled + 1L);
            if (delta > Integer.MAX_VALUE) throw new Failed(Failure.OVERFLOW);
            n = next;
            for (int p : points) {
                if (p < n) delta++;
                if (p == n) {
                    appendNumber(out, delta, bias);
                    bias = adapt(delta, handled + 1, handled == basic);
                    delta = 0;
                    handled++;
                }
            }
            delta++;
            n++;
        }
        return out.toString();
    }

    private static void appendNumber(StringBuilder out, long number, int bias) {
        long q = number;
        for (int k = BASE;; k += BASE) {
            int t = threshold(k, bias);
            if (q < t) break;
            out.append(letter((int) (t + (q - t) % (BASE - t))));
            q = (q - t) / (BASE - t);
        }
        out.append(letter((int) q));
    }

    static String decode(String text) throws Failed {
        int delimiter = Math.max(0, text.lastIndexOf('-'));
        int[] points = new int[text.length()];
        int count = 0;
        for (; count < delimiter; count++) {
            if (text.charAt(count) >= INITIAL_N) throw new Failed(Failure.NOT_BASIC);
            points[count] = text.charAt(count);
        }
        long n = INITIAL_N;
        long i = 0;
        int bias = INITIAL_BIAS;
        for (int at = delimiter > 0 ? delimiter + 1 : 0; at < text.length();) {
            long before = i;
            long weight = 1;
            for (int k = BASE;; k += BASE) {
                if (at >= text.length()) throw new Failed(Failure.INVALID_INPUT);
                int digit = digit(text.charAt(at++));
                if (digit >= BASE) throw new Failed(Failure.INVALID_INPUT);
                if (digit > (Integer.MAX_VALUE - i) / weight) throw new Failed(Failure.OVERFLOW);
                i += digit * weight;
                int t = threshold(k, bias);
                if (digit < t) break;
                if (weight > Integer.MAX_VALUE / (BASE - t)) throw new Failed(Failure.OVERFLOW);
                weight *= BASE - t;
            }
            int size = count + 1;
            bias = adapt(i - before, size, before == 0);
            n += i / size;
            if (n > Integer.MAX_VALUE) throw new Failed(Failure.OVERFLOW);
            if (n > Character.MAX_CODE_POINT) throw new Failed(Failure.INVALID_CODE_POINT);
            i %= size;
            System.arraycopy(points, (int) i, points, (int) i + 1, count - (int) i);
            points[(int) i++] = (int) n;
            count++;
        }
        return new String(points, 0, count);
    }

    private static int threshold(int k, int bias) {
        return Math.clamp(k - bias, T_MIN, T_MAX);
    }

    private static int adapt(long delta, int points, boolean first) {
        long d = first ? delta / DAMP : delta / 2;
        d += d / points;
        int k = 0;
        for (; d > (BASE - T_MIN) * T_MAX / 2; k += BASE) d /= BASE - T_MIN;
        return (int) (k + (BASE - T_MIN + 1) * d / (d + SKEW));
    }

    private static char letter(int digit) {
        return (char) (digit < 26 ? 'a' + digit : '0' + digit - 26);
    }

    private static int digit(char c) {
        if (c >= '0' && c <= '9') return c - '0' + 26;
        int lower = c | 0x20;
        return lower >= 'a' && lower <= 'z' && c < INITIAL_N ? lower - 'a' : BASE;
    }
}
