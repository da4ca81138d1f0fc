package dev.barista.node.dns;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A DNS message as bytes: writing questions, reading answers. Any thread. Source: RFC 1035. */
final class DnsMessage {
    static final int A = 1;
    static final int NS = 2;
    static final int CNAME = 5;
    static final int SOA = 6;
    static final int PTR = 12;
    static final int MX = 15;
    static final int TXT = 16;
    static final int AAAA = 28;
    static final int SRV = 33;
    static final int NAPTR = 35;
    static final int TLSA = 52;
    static final int ANY = 255;
    static final int CAA = 257;

    private static final int HEADER_BYTES = 12;
    private static final int CLASS_IN = 1;
    private static final int FLAGS_RECURSION = 0x0100;
    private static final int RESPONSE = 0x8000;
    private static final int TRUNCATED = 0x0200;
    private static final int LABEL_BYTES = 63;
    private static final int NAME_BYTES = 255;
    private static final int POINTER = 0xc0;

    /** A record of the answer section; its data begins at {@code at} of the message. */
    record Answer(int type, long ttl, int at, int length) {}

    /** The bytes are no DNS message. */
    static final class MalformedException extends Exception {
        MalformedException() {
            super("malformed DNS message", null, false, false);
        }
    }

    private final byte[] bytes;

    DnsMessage(byte[] bytes) {
        this.bytes = bytes;
    }

    /** A question; null for a name that can't be asked for. */
    static byte[] question(int id, String name, int type) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int word : new int[] {id, FLAGS_RECURSION, 1, 0, 0, 0}) word(out, word);
        String host = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
        if (!host.isEmpty()) {
            for (String label : host.split("\\.", -1)) {
                byte[] text = label.getBytes(StandardCharsets.UTF_8);
                if (text.length == 0 || text.length > LABEL_BYTES) return null;
                out.write(text.length);
                out.writeBytes(text);
            }
        }
        out.write(0);
        if (out.size() - HEADER_BYTES > NAME_BYTES) return null;
        word(out, type);
        word(out, CLASS_IN);
        return out.toByteArray();
    }

    private static void word(ByteArrayOutputStream out, int word) {
        out.write(word >> 8);
        out.write(word);
    }

    int u8(int at) throws MalformedException {
        if (at < 0 || at >= bytes.length) throw new MalformedException();
        return bytes[at] & 0xff;
    }

    int u16(int at) throws MalformedException {
        return u8(at) << 8 | u8(at + 1);
    }

    long u32(int at) throws MalformedException {
        return (long) u16(at) << 16 | u16(at + 2);
    }

    byte[] part(int at, int length) throws MalformedException {
        if (length < 0 || at < 0 || at + length > bytes.length) throw new MalformedException();
        byte[] part = new byte[length];
        System.arraycopy(bytes, at, part, 0, length);
        return part;
    }

    /** A name and where it ends. */
    record Name(String text, int end) {}

    /** The name that begins at {@code at}; dots and unprintable bytes within labels are escaped. */
    Name name(int at) throws MalformedException {
        StringBuilder text = new StringBuilder();
        int end = -1;
        int jumps = 0;
        for (int length; (length = u8(at)) != 0; ) {
            if ((length & POINTER) == POINTER) {
                if (end < 0) end = at + 2;
                if (++jumps > bytes.length) throw new MalformedException();
                at = u16(at) & 0x3fff;
                continue;
            }
            if (length > LABEL_BYTES) throw new MalformedException();
            if (!text.isEmpty()) text.append('.');
            for (byte b : part(at + 1, length)) append(text, b & 0xff);
            at += length + 1;
        }
        return new Name(text.toString(), end < 0 ? at + 1 : end);
    }

    private static void append(StringBuilder text, int c) {
        if (c == '.' || c == '\\') text.append('\\').append((char) c);
        else if (c > ' ' && c < 0x7f) text.append((char) c);
        else text.append('\\').append(String.format("%03d", c));
    }

    /** Whether it answers this question, of the same id, name and type. */
    boolean answers(byte[] question) {
        try {
            DnsMessage asked = new DnsMessage(question);
            if (u16(0) != asked.u16(0) || (u16(2) & RESPONSE) == 0 || u16(4) != 1) return false;
            Name name = name(HEADER_BYTES);
            Name wanted = asked.name(HEADER_BYTES);
            return name.text.equalsIgnoreCase(wanted.text) && u16(name.end) == asked.u16(wanted.end);
        } catch (MalformedException e) {
            return false;
        }
    }

    boolean truncated() throws MalformedException {
        return (u16(2) & TRUNCATED) != 0;
    }

    int responseCode() throws MalformedException {
        return u16(2) & 0xf;
    }

    /** The records of the answer section, all of which must be there. */
    List<Answer> answers() throws MalformedException {
        int at = HEADER_BYTES;
        for (int left = u16(4); left > 0; left--) at = name(at).end + 4;
        List<Answer> answers = new ArrayList<>();
        for (int left = u16(6); left > 0; left--) {
            int record = name(at).end;
            int length = u16(record + 8);
            int data = record + 10;
            part(data, length);
            answers.add(new Answer(u16(record), u32(record + 4), data, length));
            at = data + length;
        }
        return answers;
    }
}
