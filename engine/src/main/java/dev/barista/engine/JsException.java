package dev.barista.engine;

import com.oracle.truffle.api.exception.AbstractTruffleException;
import com.oracle.truffle.api.source.SourceSection;
import com.oracle.truffle.js.runtime.Errors;
import com.oracle.truffle.js.runtime.GraalJSException;
import com.oracle.truffle.js.runtime.UserScriptException;
import com.oracle.truffle.js.runtime.builtins.JSErrorObject;
import java.util.Optional;
import java.util.function.Supplier;

/** Something that JavaScript threw, or that Java wants JavaScript to catch. Realm's thread only. */
public final class JsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Where something was thrown: a file's name, line and column (both from 1), the text of that line, and the section's length. */
    public record Location(String file, int line, int column, String text, int length) {}

    private final transient Object value;

    private JsException(AbstractTruffleException cause, Object value) {
        super(cause.getMessage(), cause, false, false);
        this.value = value;
    }

    /** An exception whose thrown value is {@code value}: a Java value or an opaque engine value. */
    public static JsException thrown(Object value) {
        Object v = Values.toEngine(value);
        if (v instanceof JSErrorObject e) {
            return of(e.getException());
        }
        return of(UserScriptException.create(v));
    }

    static JsException of(AbstractTruffleException e) {
        return new JsException(e, e instanceof GraalJSException g ? g.getErrorObject() : e);
    }

    static JsException of(StackOverflowError e) {
        return of(Errors.createRangeError("Maximum call stack size exceeded"));
    }

    static <T> T guard(Supplier<T> body) {
        try {
            return body.get();
        } catch (AbstractTruffleException e) {
            throw of(e);
        }
    }

    AbstractTruffleException unwrap() {
        return (AbstractTruffleException) getCause();
    }

    /** The thrown value as an opaque engine value. */
    public Object value() {
        return value;
    }

    /** Where it was thrown, as far as the engine knows. */
    public Optional<Location> location() {
        SourceSection section = section();
        if (section == null || !section.isAvailable() || !section.hasLines()) return topFrame();
        var source = section.getSource();
        String text = source.hasCharacters() ? source.getCharacters(section.getStartLine()).toString() : "";
        int length = section.getEndLine() == section.getStartLine() ? section.getCharLength() : 1;
        return Optional.of(new Location(source.getName(), section.getStartLine(), section.getStartColumn(), text, length));
    }

    /** An error that no longer stands where it was thrown, as in a rejected promise, still knows its first frame. */
    private Optional<Location> topFrame() {
        if (!(unwrap() instanceof GraalJSException g) || g.getJSStackTrace().length == 0) return Optional.empty();
        var frame = g.getJSStackTrace()[0];
        if (frame.getFileName() == null || frame.getLine() == null || frame.getLineNumber() < 1) return Optional.empty();
        return Optional.of(new Location(frame.getFileName().toJavaStringUncached(), frame.getLineNumber(),
                Math.max(1, frame.getColumnNumber()), frame.getLine().toJavaStringUncached(), 1));
    }

    /** The message and the JavaScript stack, without running any of the program's code. */
    public String trace() {
        StringBuilder text = new StringBuilder(String.valueOf(getMessage()));
        if (unwrap() instanceof GraalJSException g) {
            for (var frame : g.getJSStackTrace()) text.append("\n    at ").append(frame);
        }
        return text.toString();
    }

    private SourceSection section() {
        return unwrap().getEncapsulatingSourceSection();
    }
}
