package dev.barista.node.url;

import dev.barista.engine.JsText;
import dev.barista.node.url.PercentEncoding.Set;
import java.util.ArrayList;
import java.util.List;

/** {@code application/x-www-form-urlencoded}: the URL Standard, section 5. Names and values take turns in the lists. Any thread. */
final class FormQuery {
    private FormQuery() { }

    /** @return strings, as opaque engine values */
    static List<Object> parse(String query) {
        List<Object> out = new ArrayList<>();
        for (int start = 0; start <= query.length();) {
            int end = query.indexOf('&', start);
            if (end < 0) end = query.length();
            if (end > start) {
                int equals = query.indexOf('=', start);
                boolean named = equals >= 0 && equals < end;
                out.add(decode(query.substring(start, named ? equals : end)));
                out.add(named ? decode(query.substring(equals + 1, end)) : "");
            }
            start = end + 1;
        }
        return out;
    }

    private static Object decode(String text) {
        String spaced = text.replace('+', ' ');
        if (spaced.indexOf('%') < 0) return Input.scalar(spaced);
        byte[] bytes = PercentEncoding.decode(Input.scalar(spaced));
        return JsText.ofUtf8(bytes, 0, bytes.length);
    }

    static String serialize(List<String> pairs) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < pairs.size(); i += 2) {
            if (i > 0) out.append('&');
            encode(pairs.get(i), out);
            out.append('=');
            encode(pairs.get(i + 1), out);
        }
        return out.toString();
    }

    private static void encode(String text, StringBuilder out) {
        int start = out.length();
        PercentEncoding.encode(text, 0, text.length(), Set.FORM, out);
        for (int i = out.indexOf("%20", start); i >= 0; i = out.indexOf("%20", i + 1)) out.replace(i, i + 3, "+");
    }
}
