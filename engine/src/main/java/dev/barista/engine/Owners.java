package dev.barista.engine;

import com.oracle.truffle.api.source.Source;
import com.oracle.truffle.js.lang.JavaScriptLanguage;
import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.WeakHashMap;

/**
 * Who answers for what code imports. Code without an owner is the program's own. An owner lives exactly as long as its code, though it
 * may know that: the code keeps its text and the text the owner, and the table here holds neither. Realm's thread only.
 */
final class Owners {
    private final Map<Source, WeakReference<JsObject>> owners = new WeakHashMap<>();

    /** A source that is the owner's. Equal to itself only: the same text of another owner is other code. */
    Source source(String text, String name, String mimeType, JsObject owner) {
        // Of a source that is cached the engine would keep the text, and so the owner and the code, for good.
        Source source = Source.newBuilder(JavaScriptLanguage.ID, new Text(text, owner), name).mimeType(mimeType).cached(false).build();
        owners.put(source, new WeakReference<>(owner));
        return source;
    }

    /** @return {@code null} for code without an owner */
    JsObject of(Source source) {
        WeakReference<JsObject> owner = source == null ? null : owners.get(source);
        return owner == null ? null : owner.get();
    }

    /** A text that holds its owner. Not a record: two that read the same are not equal. */
    private static final class Text implements CharSequence {
        private final String text;
        private final JsObject owner;

        Text(String text, JsObject owner) {
            this.text = text;
            this.owner = owner;
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.substring(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
