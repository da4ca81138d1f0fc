package dev.barista.node.node_api;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes a shared object of functions and of slots for data, which needs nothing and is needed by addons. Any thread.
 *
 * <p>It has a part that is read and run, with the tables that the dynamic linker looks names up in, and a part that is written. Source:
 * System V ABI, "Object Files" and "Program Loading and Dynamic Linking".
 */
final class ElfImage {
    private static final int FILE_HEADER = 64;
    private static final int PROGRAM_HEADER = 56;
    private static final int PROGRAM_HEADERS = 4;
    private static final int SYMBOL = 24;
    private static final int DYNAMIC_ENTRIES = 7;

    /** How many times {@link Machine#STUB_BYTES} all functions that are longer have in excess. */
    private static final int LONGER = 4;

    /** The largest page of the machines: parts of different rights must not share one. */
    private static final int PAGE = 0x10000;

    private static final int LOAD = 1;
    private static final int DYNAMIC = 2;
    private static final int GNU_STACK = 0x6474e551;
    private static final int READ = 4;
    private static final int WRITE = 2;
    private static final int EXECUTE = 1;
    private static final int FUNCTION = 0x12;   // STB_GLOBAL << 4 | STT_FUNC
    private static final int OBJECT = 0x11;

    /** Writes a function's code at the buffer's position; slots are where {@link #slots} says. */
    interface Code {
        void write(ByteBuffer code);
    }

    private record Symbol(String name, int nameOffset, Code code, long size) {}

    private final Machine machine;
    private final String name;
    private final List<Symbol> symbols = new ArrayList<>();
    private final StringBuilder names = new StringBuilder("\0");
    private final int slots;
    private int dataStart;

    /**
     * @param name the object's own
     * @param slots how many words of data
     */
    ElfImage(Machine machine, String name, int slots) {
        this.machine = machine;
        this.name = name;
        this.slots = slots;
    }

    void function(String function, Code code) {
        symbols.add(new Symbol(function, nameOffset(function), code, Machine.STUB_BYTES));
    }

    /** Names the slots, which are 0 at first. */
    void slots(String data) {
        symbols.add(new Symbol(data, nameOffset(data), null, (long) slots * Long.BYTES));
    }

    /** Where a slot is, for code. */
    long slot(int index) {
        return dataStart + (long) index * Long.BYTES;
    }

    private int nameOffset(String text) {
        int offset = names.length();
        names.append(text).append('\0');
        return offset;
    }

    byte[] bytes() {
        int ownName = nameOffset(name);
        int count = symbols.size() + 1;   // the first is none
        int hash = FILE_HEADER + PROGRAM_HEADERS * PROGRAM_HEADER;
        int table = align(hash + Integer.BYTES * (2 + 2 * count), Long.BYTES);
        int strings = table + SYMBOL * count;
        int code = align(strings + names.length(), Machine.STUB_BYTES);
        int dynamic = align(code + Machine.STUB_BYTES * (symbols.size() + LONGER), Long.BYTES);
        int dynamicSize = 2 * Long.BYTES * DYNAMIC_ENTRIES;
        int end = dynamic + dynamicSize + slots * Long.BYTES;
        dataStart = PAGE + dynamic + dynamicSize;

        ByteBuffer image = ByteBuffer.allocate(end).order(ByteOrder.LITTLE_ENDIAN);
        header(image);
        program(image, LOAD, READ | EXECUTE, 0, 0, dynamic, PAGE);
        program(image, LOAD, READ | WRITE, dynamic, PAGE + dynamic, end - dynamic, PAGE);
        program(image, DYNAMIC, READ | WRITE, dynamic, PAGE + dynamic, dynamicSize, Long.BYTES);
        program(image, GNU_STACK, READ | WRITE, 0, 0, 0, 2 * Long.BYTES);
        long[] addresses = code(image, code);
        hash(image.position(hash), count);
        image.position(table + SYMBOL);
        for (int i = 0; i < symbols.size(); i++) symbol(image, symbols.get(i), addresses[i]);
        image.put(strings, names.toString().getBytes(StandardCharsets.US_ASCII));
        dynamic(image.position(dynamic), hash, strings, table, ownName);
        return image.array();
    }

    private void header(ByteBuffer image) {
        image.put(new byte[] {0x7F, 'E', 'L', 'F', 2, 1, 1, 0}).putLong(0);   // 64 bits, little endian
        image.putShort((short) 3).putShort((short) machine.elfNumber()).putInt(1);   // ET_DYN
        image.putLong(0).putLong(FILE_HEADER).putLong(0).putInt(0);
        image.putShort((short) FILE_HEADER).putShort((short) PROGRAM_HEADER).putShort((short) PROGRAM_HEADERS);
        image.putShort((short) 64).putShort((short) 0).putShort((short) 0);   // no sections
    }

    private static void program(ByteBuffer image, int type, int rights, long offset, long address, long size, long alignment) {
        image.putInt(type).putInt(rights).putLong(offset).putLong(address).putLong(address).putLong(size).putLong(size).putLong(alignment);
    }

    /** @return the address of each symbol */
    private long[] code(ByteBuffer image, int start) {
        long[] addresses = new long[symbols.size()];
        int at = start;
        for (int i = 0; i < addresses.length; i++) {
            Symbol symbol = symbols.get(i);
            if (symbol.code == null) {
                addresses[i] = dataStart;
                continue;
            }
            addresses[i] = at;
            symbol.code.write(image.position(at));
            at = align(image.position(), Machine.STUB_BYTES);
        }
        return addresses;
    }

    /** A table with one bucket for each symbol. */
    private void hash(ByteBuffer image, int count) {
        int[] buckets = new int[count];
        int[] chains = new int[count];
        for (int i = 1; i < count; i++) {
            int bucket = Integer.remainderUnsigned(hash(symbols.get(i - 1).name), count);
            chains[i] = buckets[bucket];
            buckets[bucket] = i;
        }
        image.putInt(count).putInt(count);
        for (int first : buckets) image.putInt(first);
        for (int next : chains) image.putInt(next);
    }

    private static int hash(String name) {
        int hash = 0;
        for (int i = 0; i < name.length(); i++) {
            hash = (hash << 4) + name.charAt(i);
            int high = hash & 0xF000_0000;
            hash = (hash ^ high >>> 24) & ~high;
        }
        return hash;
    }

    private static void symbol(ByteBuffer image, Symbol symbol, long address) {
        image.putInt(symbol.nameOffset).put((byte) (symbol.code == null ? OBJECT : FUNCTION)).put((byte) 0);
        image.putShort((short) 1);   // in any section but the undefined one
        image.putLong(address).putLong(symbol.size);
    }

    private void dynamic(ByteBuffer image, int hash, int strings, int table, int ownName) {
        long[] entries = {14, ownName, 4, hash, 5, strings, 6, table, 10, names.length(), 11, SYMBOL, 0, 0};   // DT_SONAME, DT_HASH, …
        for (long entry : entries) image.putLong(entry);
    }

    private static int align(int offset, int to) {
        return offset + to - 1 & -to;
    }
}
