package dev.barista.node.util;

import java.util.HashMap;
import java.util.Map;

/**
 * The encodings that {@code TextDecoder} knows, with their labels: the table of the <a href="https://encoding.spec.whatwg.org/#names-and-labels">
 * Encoding Standard</a>, of which iso-8859-16, replacement and x-user-defined are left out, as Node has it. Any thread.
 */
enum WebEncoding {
    UTF_8("utf-8", Form.UTF_8, null,
        "unicode-1-1-utf-8 unicode11utf8 unicode20utf8 utf-8 utf8 x-unicode20utf8"),
    IBM866("ibm866", Form.SINGLE, "ibm866",
        "866 cp866 csibm866 ibm866"),
    ISO_8859_2("iso-8859-2", Form.SINGLE, "iso-8859-2",
        "csisolatin2 iso-8859-2 iso-ir-101 iso8859-2 iso88592 iso_8859-2 iso_8859-2:1987 l2 latin2"),
    ISO_8859_3("iso-8859-3", Form.SINGLE, "iso-8859-3",
        "csisolatin3 iso-8859-3 iso-ir-109 iso8859-3 iso88593 iso_8859-3 iso_8859-3:1988 l3 latin3"),
    ISO_8859_4("iso-8859-4", Form.SINGLE, "iso-8859-4",
        "csisolatin4 iso-8859-4 iso-ir-110 iso8859-4 iso88594 iso_8859-4 iso_8859-4:1988 l4 latin4"),
    ISO_8859_5("iso-8859-5", Form.SINGLE, "iso-8859-5",
        "csisolatincyrillic cyrillic iso-8859-5 iso-ir-144 iso8859-5 iso88595 iso_8859-5 iso_8859-5:1988"),
    ISO_8859_6("iso-8859-6", Form.SINGLE, "iso-8859-6",
        "arabic asmo-708 csiso88596e csiso88596i csisolatinarabic ecma-114 iso-8859-6 iso-8859-6-e iso-8859-6-i iso- "
        + "ir-127 iso8859-6 iso88596 iso_8859-6 iso_8859-6:1987"),
    ISO_8859_7("iso-8859-7", Form.SINGLE, "iso-8859-7",
        "csisolatingreek ecma-118 elot_928 greek greek8 iso-8859-7 iso-ir-126 iso8859-7 iso88597 iso_8859-7 "
        + "iso_8859-7:1987 sun_eu_greek"),
    ISO_8859_8("iso-8859-8", Form.SINGLE, "iso-8859-8",
        "csiso88598e csisolatinhebrew hebrew iso-8859-8 iso-8859-8-e iso-ir-138 iso8859-8 iso88598 iso_8859-8 "
        + "iso_8859-8:1988 visual"),
    ISO_8859_8_I("iso-8859-8-i", Form.SINGLE, "ISO-8859-8",
        "csiso88598i iso-8859-8-i logical"),
    ISO_8859_10("iso-8859-10", Form.SINGLE, null,
        "csisolatin6 iso-8859-10 iso-ir-157 iso8859-10 iso885910 l6 latin6"),
    ISO_8859_13("iso-8859-13", Form.SINGLE, "iso-8859-13",
        "iso-8859-13 iso8859-13 iso885913"),
    ISO_8859_14("iso-8859-14", Form.SINGLE, null,
        "iso-8859-14 iso8859-14 iso885914"),
    ISO_8859_15("iso-8859-15", Form.SINGLE, "iso-8859-15",
        "csisolatin9 iso-8859-15 iso8859-15 iso885915 iso_8859-15 l9"),
    KOI8_R("koi8-r", Form.SINGLE, "koi8-r",
        "cskoi8r koi koi8 koi8-r koi8_r"),
    KOI8_U("koi8-u", Form.SINGLE, "koi8-u",
        "koi8-ru koi8-u"),
    MACINTOSH("macintosh", Form.SINGLE, "x-MacRoman",
        "csmacintosh mac macintosh x-mac-roman"),
    WINDOWS_874("windows-874", Form.SINGLE, "x-windows-874",
        "dos-874 iso-8859-11 iso8859-11 iso885911 tis-620 windows-874"),
    WINDOWS_1250("windows-1250", Form.SINGLE, "windows-1250",
        "cp1250 windows-1250 x-cp1250"),
    WINDOWS_1251("windows-1251", Form.SINGLE, "windows-1251",
        "cp1251 windows-1251 x-cp1251"),
    WINDOWS_1252("windows-1252", Form.SINGLE, "windows-1252",
        "ansi_x3.4-1968 ascii cp1252 cp819 csisolatin1 ibm819 iso-8859-1 iso-ir-100 iso8859-1 iso88591 iso_8859-1 "
        + "iso_8859-1:1987 l1 latin1 us-ascii windows-1252 x-cp1252"),
    WINDOWS_1253("windows-1253", Form.SINGLE, "windows-1253",
        "cp1253 windows-1253 x-cp1253"),
    WINDOWS_1254("windows-1254", Form.SINGLE, "windows-1254",
        "cp1254 csisolatin5 iso-8859-9 iso-ir-148 iso8859-9 iso88599 iso_8859-9 iso_8859-9:1989 l5 latin5 windows-1254 "
        + "x-cp1254"),
    WINDOWS_1255("windows-1255", Form.SINGLE, "windows-1255",
        "cp1255 windows-1255 x-cp1255"),
    WINDOWS_1256("windows-1256", Form.SINGLE, "windows-1256",
        "cp1256 windows-1256 x-cp1256"),
    WINDOWS_1257("windows-1257", Form.SINGLE, "windows-1257",
        "cp1257 windows-1257 x-cp1257"),
    WINDOWS_1258("windows-1258", Form.SINGLE, "windows-1258",
        "cp1258 windows-1258 x-cp1258"),
    X_MAC_CYRILLIC("x-mac-cyrillic", Form.SINGLE, "x-MacCyrillic",
        "x-mac-cyrillic x-mac-ukrainian"),
    GBK("gbk", Form.MULTI, "GB18030",
        "chinese csgb2312 csiso58gb231280 gb2312 gb_2312 gb_2312-80 gbk iso-ir-58 x-gbk"),
    GB18030("gb18030", Form.MULTI, "GB18030",
        "gb18030"),
    BIG5("big5", Form.MULTI, "Big5-HKSCS",
        "big5 big5-hkscs cn-big5 csbig5 x-x-big5"),
    EUC_JP("euc-jp", Form.MULTI, "EUC-JP",
        "cseucpkdfmtjapanese euc-jp x-euc-jp"),
    ISO_2022_JP("iso-2022-jp", Form.MULTI, "ISO-2022-JP",
        "csiso2022jp iso-2022-jp"),
    SHIFT_JIS("shift_jis", Form.MULTI, "windows-31j",
        "csshiftjis ms932 ms_kanji shift-jis shift_jis sjis windows-31j x-sjis"),
    EUC_KR("euc-kr", Form.MULTI, "x-windows-949",
        "cseuckr csksc56011987 euc-kr iso-ir-149 korean ks_c_5601-1987 ks_c_5601-1989 ksc5601 ksc_5601 windows-949"),
    UTF_16BE("utf-16be", Form.UTF_16BE, null,
        "unicodefffe utf-16be"),
    UTF_16LE("utf-16le", Form.UTF_16LE, null,
        "csunicode iso-10646-ucs-2 ucs-2 unicode unicodefeff utf-16 utf-16le");

    /** How bytes become characters. */
    enum Form { UTF_8, UTF_16LE, UTF_16BE, SINGLE, MULTI }

    private static final class ByLabel {
        static final Map<String, WebEncoding> ALL = new HashMap<>();

        static {
            for (WebEncoding encoding : values()) for (String label : encoding.labels.split(" ")) ALL.put(label, encoding);
        }
    }

    private final String id;
    private final Form form;
    private final String charset;
    private final String labels;

    WebEncoding(String id, Form form, String charset, String labels) {
        this.id = id;
        this.form = form;
        this.charset = charset;
        this.labels = labels;
    }

    /** The encoding's name, in lower case. */
    String id() {
        return id;
    }

    Form form() {
        return form;
    }

    /** The name of Java's charset, or {@code null} where there is none like it. */
    String charset() {
        return charset;
    }

    /** @return {@code null} for an unknown label; surrounding white space and case don't matter */
    static WebEncoding of(String label) {
        return ByLabel.ALL.get(trimmed(label).toLowerCase(java.util.Locale.ROOT));
    }

    private static String trimmed(String label) {
        int start = 0;
        int end = label.length();
        while (start < end && isSpace(label.charAt(start))) start++;
        while (end > start && isSpace(label.charAt(end - 1))) end--;
        return label.substring(start, end);
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r';
    }
}
