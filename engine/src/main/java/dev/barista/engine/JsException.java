package dev.barista.engine;

import com.oracle.truffle.api.exception.AbstractTruffleException;
import com.oracle.truffle.api.source.SourceSection;
import com.oracle.truffle.js.runtime.Errors;
import com.oracle.truffle.js.runtime.GraalJSException;
import com.oracle.truffle.js.runtime.UserScriptException;
import com.oracle.truffle.js.runtime.builtins.JSErrorObject;
import java.util.Arrays;
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

    /**
     * Where it was thrown, as far as the engine knows: for an error where it was made, as a length of 1; for another value the section
     * that threw.
     */
    public Optional<Location> location() {
        if (unwrap() instanceof GraalJSException g && g.getErrorObject() instanceof JSErrorObject) {
            return Arrays.stream(g.getJSStackTrace()).filter(frame -> !frame.getFileName().toString().startsWith("<")).findFirst().map(JsException::location);
        }
        SourceSection section = unwrap().getEncapsulatingSourceSection();
        if (section == null || !section.isAvailable() || !section.hasLines()) return Optional.empty();
        var source = section.getSource();
        String text = source.hasCharacters() ? source.getCharacters(section.getStartLine()).toString() : "";
        int length = section.getEndLine() == section.getStartLine() ? section.getCharLength() : 1;
        return Optional.of(new Location(source.getName(), section.getStartLine(), section.getStartColumn(), text, length));
    }

    private static Location location(GraalJSException.JSStackTraceElement frame) {
        return new Location(frame.getFileName().toString(), frame.getLineNumber(), frame.getColumnNumber(), frame.getLine().toString(), 1);
    }

    /** The message and the JavaScript stack, without running any of the program's code. */
    public String trace() {
        StringBuilder text = new StringBuilder(String.valueOf(getMessage()));
        if (unwrap() instanceof GraalJSException g) {
            for (var frame : g.getJSStackTrace()) text.append("\n    at ").append(frame);
        }
        return text.toString();
    }
}
