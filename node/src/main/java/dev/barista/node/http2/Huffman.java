package dev.barista.node.http2;

/** The static Huffman code of header compression: RFC 7541, section 5.2 and appendix B. Any thread. */
final class Huffman {
    /** The code's length for each byte and, last, for the end of a string: 'a' stands for 5 bits. The code is canonical, so that this is all of it. */
    private static final String LENGTHS =
            "isxxxxxxxtzxxzxxxxxxxxzxxxxxxxxxbffhibdgffdgdbbbaaabbbbbbbcdkbhfibcccccccccccccccccccc"
            + "ccdcdioijbkabababbbaccbbbabcbaabccccckgjixprpprrrsrssssststtrstssssqrsrsstrqprrssqsrrt"
            + "qrssqqrqsrssprrrsrrsvvporsruvvvwwvtuoqvwwvwtqqvvxwwwptpqrqqsrruuttvsvwvvwwwwwxwwwwwvz";
    private static final int SHORTEST = 5;
    private static final int LONGEST = 30;
    private static final int EOS = 256;

    private static final int NIBBLE = 4;
    private static final int NIBBLES = 1 << NIBBLE;
    private static final int BYTE = 0xff;

    /** Of an entry of {@link #STEPS}: the node after a nibble, the byte that it completed, and what else is known. */
    private static final int SYMBOL_SHIFT = 8;
    private static final int EMITS = 1 << 16;
    private static final int FAILS = 1 << 17;

    private static final int[] CODES = new int[LENGTHS.length()];
    private static final byte[] BITS = new byte[LENGTHS.length()];
    private static final int[] STEPS;
    /** Whether a string may end at a node: after fewer than 8 bits of the end's code. */
    private static final boolean[] ENDS = new boolean[EOS];

    static {
        int code = 0;
        for (int bits = SHORTEST; bits <= LONGEST; bits++, code <<= 1) {
            for (int symbol = 0; symbol <= EOS; symbol++) {
                if (LENGTHS.charAt(symbol) - 'a' + SHORTEST != bits) continue;
                BITS[symbol] = (byte) bits;
                CODES[symbol] = code++;
            }
        }
        STEPS = steps(tree());
    }

    private Huffman() {}

    /** Two children a node: another node, or {@code -1 - symbol}. */
    private static int[] tree() {
        int[] tree = new int[2 * EOS];
        int nodes = 1;
        for (int symbol = 0; symbol <= EOS; symbol++) {
            int node = 0;
            for (int bit = BITS[symbol] - 1; bit > 0; bit--) {
                int at = 2 * node + (CODES[symbol] >>> bit & 1);
                if (tree[at] == 0) tree[at] = nodes++;
                node = tree[at];
            }
            tree[2 * node + (CODES[symbol] & 1)] = -1 - symbol;
        }
        return tree;
    }

    private static int[] steps(int[] tree) {
        int node = 0;
        for (int depth = 0; depth < Byte.SIZE; depth++) {
            ENDS[node] = true;
            node = tree[2 * node + 1];
        }
        int[] steps = new int[EOS * NIBBLES];
        for (int i = 0; i < steps.length; i++) steps[i] = step(tree, i / NIBBLES, i % NIBBLES);
        return steps;
    }

    private static int step(int[] tree, int from, int nibble) {
        int node = from;
        int emitted = 0;
        for (int bit = NIBBLE - 1; bit >= 0; bit--) {
            node = tree[2 * node + (nibble >>> bit & 1)];
            if (node >= 0) continue;
            int symbol = -1 - node;
            if (symbol == EOS) return FAILS;
            emitted = EMITS | symbol << SYMBOL_SHIFT;
            node = 0;
        }
        return emitted | node;
    }

    /** The most bytes that so many encoded ones can stand for. */
    static int mostDecoded(int length) {
        return length * Byte.SIZE / SHORTEST;
    }

    /** @return how many bytes were decoded, or −1 if the input is not in the code */
    static int decode(byte[] in, int from, int to, byte[] out) {
        int node = 0;
        int at = 0;
        for (int i = from; i < to; i++) {
            int high = STEPS[node * NIBBLES + (in[i] >>> NIBBLE & NIBBLES - 1)];
            if ((high & EMITS) != 0) out[at++] = (byte) (high >>> SYMBOL_SHIFT);
            int low = STEPS[(high & BYTE) * NIBBLES + (in[i] & NIBBLES - 1)];
            if (((high | low) & FAILS) != 0) return -1;
            if ((low & EMITS) != 0) out[at++] = (byte) (low >>> SYMBOL_SHIFT);
            node = low & BYTE;
        }
        return ENDS[node] ? at : -1;
    }

    /** In bytes. */
    static int encodedLength(byte[] in, int from, int to) {
        int bits = 0;
        for (int i = from; i < to; i++) bits += BITS[in[i] & BYTE];
        return bits + Byte.SIZE - 1 >>> 3;
    }

    /** Writes {@link #encodedLength} bytes. */
    static void encode(byte[] in, int from, int to, byte[] out, int at) {
        long pending = 0;
        int count = 0;
        for (int i = from; i < to; i++) {
            int symbol = in[i] & BYTE;
            pending = pending << BITS[symbol] | CODES[symbol];
            count += BITS[symbol];
            while (count >= Byte.SIZE) {
                count -= Byte.SIZE;
                out[at++] = (byte) (pending >>> count);
            }
        }
        if (count > 0) out[at] = (byte) (pending << Byte.SIZE - count | BYTE >>> count);
    }
}
