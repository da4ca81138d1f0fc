package dev.barista.engine.json;

/** Reads the numbers of one text. */
final class JsonNumbers {
    /** As many digits fit a long. */
    private static final int MAX_DIGITS = 18;

    /** Exponents beyond this are 0 or infinite whatever the digits. */
    private static final int MAX_EXPONENT = 100_000;

    private final JsonText text;
    private boolean integer;
    private int intValue;
    private double doubleValue;

    JsonNumbers(JsonText text) {
        this.text = text;
    }

    /** Whether the number that was read has no fraction and exponent and is an int. */
    boolean isInt() {
        return integer;
    }

    int intValue() {
        return intValue;
    }

    double doubleValue() {
        return integer ? intValue : doubleValue;
    }

    /** The number that was read, in the engine's form. */
    Object value() {
        if (integer) return intValue;
        return doubleValue;
    }

    /** An element of an array of doubles, as {@link #value} would have given it. */
    static Object narrowed(double value) {
        int n = (int) value;
        if (n == value && (n != 0 || 1 / value > 0)) return n;
        return value;
    }

    /**
     * Reads the number at {@code start}, where a digit or a minus stands.
     *
     * @return where it ends
     */
    int read(int start) {
        int pos = start;
        int c = text.at(pos);
        boolean negative = c == '-';
        if (negative) c = text.at(++pos);
        if (!isDigit(c)) throw JsonSyntax.at(text, pos, "No number after minus sign in JSON");
        int first = pos;
        long digits = c - '0';
        c = text.at(++pos);
        if (digits == 0) {
            if (isDigit(c)) throw JsonSyntax.at(text, pos, "Unexpected number in JSON");
        } else {
            while (isDigit(c)) {
                digits = digits * 10 + (c - '0');
                c = text.at(++pos);
            }
        }
        if (c == '.' || c == 'e' || c == 'E' || pos - first > MAX_DIGITS) return decimal(start, first, pos, digits, negative);
        if (negative) digits = -digits;
        integer = (int) digits == digits && !(negative && digits == 0);
        if (integer) intValue = (int) digits;
        else doubleValue = negative && digits == 0 ? -0.0 : digits;
        return pos;
    }

    private int decimal(int start, int first, int afterInteger, long integerDigits, boolean negative) {
        int pos = afterInteger;
        long digits = integerDigits;
        int count = pos - first;
        int power = 0;
        int c = text.at(pos);
        if (c == '.') {
            int point = pos;
            c = text.at(++pos);
            if (!isDigit(c)) throw JsonSyntax.at(text, pos, "Unterminated fractional number in JSON");
            while (isDigit(c)) {
                digits = digits * 10 + (c - '0');
                c = text.at(++pos);
            }
            power = point + 1 - pos;
            if (integerDigits == 0) {   // zeros before the first other digit do not fill the long
                int zeros = point + 1;
                while (zeros < pos && text.at(zeros) == '0') zeros++;
                count = pos - zeros;
            } else {
                count += pos - point - 1;
            }
        }
        if (c == 'e' || c == 'E') {
            c = text.at(++pos);
            boolean negativePower = c == '-';
            if (c == '-' || c == '+') c = text.at(++pos);
            if (!isDigit(c)) throw JsonSyntax.at(text, pos, "Exponent part is missing a number in JSON");
            int exponent = 0;
            while (isDigit(c)) {
                if (exponent < MAX_EXPONENT) exponent = exponent * 10 + (c - '0');
                c = text.at(++pos);
            }
            power += negativePower ? -exponent : exponent;
        }
        integer = false;
        double magnitude = count <= MAX_DIGITS ? Decimal.of(digits, power) : Double.NaN;
        if (Double.isNaN(magnitude)) doubleValue = Double.parseDouble(text.substring(start, pos));
        else doubleValue = negative ? -magnitude : magnitude;
        return pos;
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }
}
