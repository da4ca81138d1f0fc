package dev.barista.node.http2;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * What has been seen of a stream's incoming message, held against the rules for messages: RFC 9113, section 8. Loop thread only.
 *
 * <p>A message that breaks them ends its stream, not the connection.
 */
final class Messaging {
    /** What is to be done with a field. */
    enum Verdict { TAKE, IGNORE, MALFORMED }

    private static final int AUTHORITY = 1;
    private static final int METHOD = 2;
    private static final int PATH = 4;
    private static final int SCHEME = 8;
    private static final int STATUS = 16;
    private static final int PROTOCOL = 32;
    private static final int HOST = 64;
    /** A field that is no pseudo-header was there, so that none may follow. */
    private static final int REGULAR = 128;
    private static final int CONNECT = 256;
    private static final int HEAD = 512;
    private static final int OPTIONS = 1 << 10;
    private static final int HTTP_SCHEME = 1 << 11;
    private static final int ROOTED_PATH = 1 << 12;
    private static final int ASTERISK = 1 << 13;
    private static final int AWAITS_FINAL = 1 << 14;
    private static final int OF_BLOCK = AUTHORITY | METHOD | PATH | SCHEME | STATUS | PROTOCOL | HOST | REGULAR;

    private static final byte[] TRAILERS = "trailers".getBytes(StandardCharsets.ISO_8859_1);
    private static final byte[] ZERO = {'0'};
    private static final int STATUS_DIGITS = 3;
    private static final int SWITCHING_PROTOCOLS = 101;
    private static final int NO_CONTENT = 204;
    private static final int NOT_MODIFIED = 304;
    private static final int HUNDRED = 100;
    private static final int OK = 200;
    private static final int RADIX = 10;

    private int seen;
    private int status;
    private long contentLength = -1;
    private long received;

    /** Notes what this side's own request asks for, which says what its response may be. */
    void requested(byte[] method) {
        noteMethod(method);
    }

    private void noteMethod(byte[] method) {
        if (is(method, "CONNECT")) seen |= CONNECT;
        else if (is(method, "HEAD")) seen |= HEAD;
        else if (is(method, "OPTIONS")) seen |= OPTIONS;
    }

    private static boolean is(byte[] text, String word) {
        if (text.length != word.length()) return false;
        for (int i = 0; i < text.length; i++) {
            if (text[i] != word.charAt(i)) return false;
        }
        return true;
    }

    /** A block of fields begins. */
    void begin() {
        seen &= ~OF_BLOCK;
    }

    /** Whether a final response is yet to come. */
    boolean awaitsFinal() {
        return (seen & AWAITS_FINAL) != 0;
    }

    /**
     * Judges a field of a request, of a promised one, or of a request's trailers.
     *
     * @param connectProtocol whether CONNECT may name a protocol: RFC 8441
     */
    Verdict requestField(Field field, boolean strict, boolean trailers, boolean promised, boolean connectProtocol) {
        if (!field.valid(strict)) return invalid(field);
        FieldName.Kind kind = field.name.kind;
        if (kind.pseudo()) {
            if (trailers || (seen & REGULAR) != 0 || !requestPseudo(kind, field.value, promised, connectProtocol)) return Verdict.MALFORMED;
            return Verdict.TAKE;
        }
        seen |= REGULAR;
        return switch (kind) {
            case HOST -> once(HOST);
            case CONTENT_LENGTH -> contentLength(field.value);
            default -> ordinary(kind, field.value);
        };
    }

    private boolean requestPseudo(FieldName.Kind kind, byte[] value, boolean promised, boolean connectProtocol) {
        switch (kind) {
            case AUTHORITY -> {
                return once(AUTHORITY) == Verdict.TAKE;
            }
            case METHOD -> {
                if (once(METHOD) != Verdict.TAKE) return false;
                noteMethod(value);
                return !promised || (seen & CONNECT) == 0;
            }
            case PATH -> {
                if (value[0] == '/') seen |= ROOTED_PATH;
                else if (value.length == 1 && value[0] == '*') seen |= ASTERISK;
                return once(PATH) == Verdict.TAKE;
            }
            case SCHEME -> {
                if (is(value, "http") || is(value, "https")) seen |= HTTP_SCHEME;
                return once(SCHEME) == Verdict.TAKE;
            }
            case PROTOCOL -> {
                return connectProtocol && once(PROTOCOL) == Verdict.TAKE;
            }
            default -> {
                return false;
            }
        }
    }

    /** Judges a field of a response or of its trailers. */
    Verdict responseField(Field field, boolean strict, boolean trailers) {
        if (!field.valid(strict)) return invalid(field);
        FieldName.Kind kind = field.name.kind;
        if (kind.pseudo()) {
            boolean taken = kind == FieldName.Kind.STATUS && !trailers && (seen & REGULAR) == 0 && once(STATUS) == Verdict.TAKE && status(field.value);
            return taken ? Verdict.TAKE : Verdict.MALFORMED;
        }
        seen |= REGULAR;
        if (kind != FieldName.Kind.CONTENT_LENGTH || trailers) return ordinary(kind, field.value);
        if (status == NO_CONTENT) {
            // Some send a length of 0, for which there is no need.
            if (contentLength != -1 || !Arrays.equals(field.value, ZERO)) return Verdict.MALFORMED;
            contentLength = 0;
            return Verdict.IGNORE;
        }
        if (status / HUNDRED == 1) return Verdict.MALFORMED;
        if ((seen & CONNECT) != 0 && status / HUNDRED == 2) return Verdict.IGNORE;
        return contentLength(field.value);
    }

    private boolean status(byte[] value) {
        if (value.length != STATUS_DIGITS) return false;
        int number = 0;
        for (byte c : value) {
            if (c < '0' || c > '9') return false;
            number = number * RADIX + c - '0';
        }
        status = number;
        return number != SWITCHING_PROTOCOLS;
    }

    private Verdict invalid(Field field) {
        if (field.name.kind.pseudo() || FieldRules.hasUpperCase(field.name.bytes)) return Verdict.MALFORMED;
        seen |= REGULAR;
        return Verdict.IGNORE;
    }

    private Verdict once(int what) {
        if ((seen & what) != 0) return Verdict.MALFORMED;
        seen |= what;
        return Verdict.TAKE;
    }

    private Verdict contentLength(byte[] value) {
        if (contentLength != -1 || value.length == 0) return Verdict.MALFORMED;
        long length = 0;
        for (byte c : value) {
            if (c < '0' || c > '9' || length > (Long.MAX_VALUE - RADIX) / RADIX) return Verdict.MALFORMED;
            length = length * RADIX + c - '0';
        }
        contentLength = length;
        return Verdict.TAKE;
    }

    /** Fields that speak of a connection of HTTP/1.1 have no meaning here. */
    private static Verdict ordinary(FieldName.Kind kind, byte[] value) {
        return switch (kind) {
            case CONNECTION, KEEP_ALIVE, PROXY_CONNECTION, TRANSFER_ENCODING, UPGRADE -> Verdict.MALFORMED;
            case TE -> isTrailers(value) ? Verdict.TAKE : Verdict.MALFORMED;
            default -> Verdict.TAKE;
        };
    }

    private static boolean isTrailers(byte[] value) {
        if (value.length != TRAILERS.length) return false;
        for (int i = 0; i < value.length; i++) {
            if ((value[i] | ' ') != TRAILERS[i]) return false;
        }
        return true;
    }

    /** A request's fields are all there. @return whether they are those of a request */
    boolean requestComplete() {
        boolean named = (seen & (AUTHORITY | HOST)) != 0;
        if ((seen & (CONNECT | PROTOCOL)) == CONNECT) {
            contentLength = -1;
            return (seen & (SCHEME | PATH)) == 0 && (seen & AUTHORITY) != 0;
        }
        if ((seen & (METHOD | PATH | SCHEME)) != (METHOD | PATH | SCHEME) || !named) return false;
        if ((seen & PROTOCOL) != 0 && (seen & (CONNECT | AUTHORITY)) != (CONNECT | AUTHORITY)) return false;
        return (seen & HTTP_SCHEME) == 0 || (seen & ROOTED_PATH) != 0 || (seen & (OPTIONS | ASTERISK)) == (OPTIONS | ASTERISK);
    }

    /** A response's fields are all there. @return whether they are those of a response */
    boolean responseComplete() {
        if ((seen & STATUS) == 0) return false;
        if (status / HUNDRED == 1) {
            seen |= AWAITS_FINAL;
            contentLength = -1;
            return true;
        }
        seen &= ~AWAITS_FINAL;
        if ((seen & HEAD) != 0 || status == NO_CONTENT || status == NOT_MODIFIED) contentLength = 0;
        else if ((seen & CONNECT) != 0 && status >= OK && status / HUNDRED == 2) contentLength = -1;
        return true;
    }

    /** Some of the body came. @return whether it may */
    boolean data(int count) {
        received += count;
        return !awaitsFinal() && (contentLength == -1 || received <= contentLength);
    }

    /** The message has ended. @return whether it was whole */
    boolean ended() {
        return !awaitsFinal() && (contentLength == -1 || received == contentLength);
    }
}
