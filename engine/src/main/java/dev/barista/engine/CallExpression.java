package dev.barista.engine;

import com.oracle.truffle.api.Truffle;
import com.oracle.truffle.api.nodes.Node;
import com.oracle.truffle.api.source.SourceSection;
import java.util.function.Predicate;

/** The text of a call that is under way, as it stands in its source. Realm's thread only. */
public final class CallExpression {
    private CallExpression() {}

    /**
     * The innermost call expression in a source that is not the program's own machinery.
     *
     * @param skipped says of a source's name whether calls made in it are passed over
     * @return {@code null} if no frame has a source
     */
    public static String innermost(Predicate<String> skipped) {
        return Truffle.getRuntime().iterateFrames(frame -> {
            Node call = frame.getCallNode();
            SourceSection section = call == null ? null : call.getEncapsulatingSourceSection();
            if (section == null || !section.isAvailable() || !section.getSource().hasCharacters()) return null;
            return skipped.test(section.getSource().getName()) ? null : section.getCharacters().toString();
        });
    }
}
