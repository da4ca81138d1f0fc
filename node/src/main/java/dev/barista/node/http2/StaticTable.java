package dev.barista.node.http2;

import java.nio.charset.StandardCharsets;

/** The fields that header compression knows from the start: RFC 7541, appendix A. Loop thread only. */
final class StaticTable {
    /** Names with their values, where they have some. */
    private static final String[][] ROWS = {
        {":authority"}, {":method", "GET", "POST"}, {":path", "/", "/index.html"}, {":scheme", "http", "https"},
        {":status", "200", "204", "206", "304", "400", "404", "500"}, {"accept-charset"}, {"accept-encoding", "gzip, deflate"},
        {"accept-language"}, {"accept-ranges"}, {"accept"}, {"access-control-allow-origin"}, {"age"}, {"allow"}, {"authorization"},
        {"cache-control"}, {"content-disposition"}, {"content-encoding"}, {"content-language"}, {"content-length"}, {"content-location"},
        {"content-range"}, {"content-type"}, {"cookie"}, {"date"}, {"etag"}, {"expect"}, {"expires"}, {"from"}, {"host"}, {"if-match"},
        {"if-modified-since"}, {"if-none-match"}, {"if-range"}, {"if-unmodified-since"}, {"last-modified"}, {"link"}, {"location"},
        {"max-forwards"}, {"proxy-authenticate"}, {"proxy-authorization"}, {"range"}, {"referer"}, {"refresh"}, {"retry-after"}, {"server"},
        {"set-cookie"}, {"strict-transport-security"}, {"transfer-encoding"}, {"user-agent"}, {"vary"}, {"via"}, {"www-authenticate"},
    };

    /** How many fields there are; their indices begin with 1. */
    static final int LENGTH = 61;

    private final Field[] fields = new Field[LENGTH];

    StaticTable() {
        int at = 0;
        for (String[] row : ROWS) {
            FieldName name = FieldName.of(row[0]);
            if (row.length == 1) fields[at++] = new Field(name, new byte[0], false);
            for (int i = 1; i < row.length; i++) {
                fields[at++] = new Field(name, row[i].getBytes(StandardCharsets.ISO_8859_1), false);
            }
        }
    }

    /** @param index from 1 to {@link #LENGTH} */
    Field get(int index) {
        return fields[index - 1];
    }
}
