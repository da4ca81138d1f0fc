package dev.barista.engine;

import com.oracle.truffle.api.CompilerDirectives;
import com.oracle.truffle.api.RootCallTarget;
import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.source.Source;
import com.oracle.truffle.api.strings.TruffleString;
import com.oracle.truffle.js.runtime.Errors;
import com.oracle.truffle.js.runtime.JSContext;
import com.oracle.truffle.js.runtime.JSException;
import com.oracle.truffle.js.runtime.JSRealm;
import com.oracle.truffle.js.runtime.RegexCompilerInterface;
import com.oracle.truffle.regex.AbstractRegexObject;
import com.oracle.truffle.regex.RegexExecNode;
import com.oracle.truffle.regex.RegexFlags;
import com.oracle.truffle.regex.RegexLanguage;
import com.oracle.truffle.regex.RegexObject;
import com.oracle.truffle.regex.RegexOptions;
import com.oracle.truffle.regex.RegexRootNode;
import com.oracle.truffle.regex.RegexSource;
import com.oracle.truffle.regex.RegexSyntaxException;
import com.oracle.truffle.regex.UnsupportedRegexException;
import com.oracle.truffle.regex.flavor.js.JSRegexLexer;
import com.oracle.truffle.regex.flavor.js.JSRegexValidator;
import com.oracle.truffle.regex.result.RegexResult;
import com.oracle.truffle.regex.tregex.TRegexCompiler;
import com.oracle.truffle.regex.tregex.buffer.CompilationBuffer;
import java.lang.reflect.Field;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A realm's regular expressions by their source, each compiled when it is first matched. The engine by itself makes the automaton of a
 * regular expression where the expression is evaluated, which costs a program that starts more than most of its other statements, and
 * most expressions of a package are never matched.
 *
 * <p>It stands where the engine keeps those it compiled before: what is not there is looked over for errors and groups, and given as an
 * object of the engine's own whose code is to come. The first of each kind is the engine's, whose options the others take.
 */
final class LazyRegexes extends LinkedHashMap<Source, Object> {
    private static final long serialVersionUID = 1;

    private final transient JSContext context;
    private final String options;
    private final int most;
    private transient Kind plain;
    private transient Kind unicode;

    private LazyRegexes(JSContext context, int most) {
        super(16, 0.75f, true);
        this.context = context;
        this.options = context.getRegexOptions() + '/';
        this.most = most;
    }

    /** What regular expressions of one encoding have in common. */
    private record Kind(RegexLanguage language, RegexOptions options, AbstractRegexObject noNames) {}

    static void install(JSRealm realm) {
        try {
            Field cache = JSRealm.class.getDeclaredField("compiledRegexCache");
            cache.setAccessible(true);
            cache.set(realm, new LazyRegexes(realm.getContext(), realm.getContextOptions().getRegexCacheSize()));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the engine keeps its regular expressions elsewhere", e);
        }
    }

    @Override
    public Object get(Object source) {
        Object known = super.get(source);
        if (known != null) return known;
        RegexObject lazy = lazy((Source) source);
        if (lazy != null) super.put((Source) source, lazy);
        return lazy;
    }

    @Override
    public Object put(Source source, Object compiled) {
        if (compiled instanceof RegexObject regex) learn(regex);
        return super.put(source, compiled);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<Source, Object> eldest) {
        return size() > most;
    }

    private void learn(RegexObject regex) {
        RegexSource source = regex.getSource();
        boolean wide = isUnicode(source.getFlags());
        if ((wide ? unicode : plain) != null || hasNames(source.getPattern())) return;
        Kind kind = new Kind(body(regex).getRegexLanguage(), source.getOptions(), (AbstractRegexObject) regex.getNamedCaptureGroups());
        if (wide) unicode = kind;
        else plain = kind;
    }

    private static boolean isUnicode(String flags) {
        return flags.indexOf('u') >= 0 || flags.indexOf('v') >= 0;
    }

    /** Whether groups of the pattern may have names. */
    private static boolean hasNames(String pattern) {
        return pattern.contains("(?<");
    }

    /** @return {@code null} if the engine is to compile it now, or to say what is wrong with it */
    private RegexObject lazy(Source source) {
        String text = source.getCharacters().toString();
        int end = text.lastIndexOf('/');
        if (!text.startsWith(options) || end < options.length()) return null;
        String pattern = text.substring(options.length(), end);
        String flags = text.substring(end + 1);
        Kind kind = isUnicode(flags) ? unicode : plain;
        if (kind == null || hasNames(pattern)) return null;
        try {
            RegexCompilerInterface.validateFlags(flags, context.getEcmaScriptVersion(), context.isOptionNashornCompatibilityMode(),
                    context.isOptionRegexpMatchIndices(), context.isOptionRegexpUnicodeSets());
            RegexSource regex = new RegexSource(pattern, flags, kind.options, source);
            CompilationBuffer buffer = new CompilationBuffer(regex.getEncoding());
            new JSRegexValidator(kind.language, regex, buffer).validate();
            RegexFlags parsed = RegexFlags.parseFlags(regex);
            int groups = new JSRegexLexer(regex, parsed, buffer).totalNumberOfCaptureGroups();
            return new RegexObject(new Unmatched(kind.language, regex), regex, parsed, groups, kind.noNames);
        } catch (RegexSyntaxException | JSException e) {
            return null;   // the engine finds it too, and says it in its words
        }
    }

    static RegexExecNode body(RegexObject regex) {
        return (RegexExecNode) ((RegexRootNode) ((RootCallTarget) regex.getExecCallTarget()).getRootNode()).getBodyUnwrapped();
    }

    /** The code of a regular expression that was matched with nothing but what its beginning excludes: gives way to the compiled one. */
    static final class Unmatched extends RegexExecNode {
        private final RegexPrefix prefix;

        Unmatched(RegexLanguage language, RegexSource source) {
            super(language, source, false);
            prefix = RegexPrefix.of(source.getPattern(), source.getFlags());
        }

        @Override
        protected RegexResult execute(VirtualFrame frame, TruffleString input, int fromIndex, int maxIndex, int regionFrom, int regionTo) {
            if (fromIndex == 0 && regionFrom == 0 && prefix.excludes(input, regionTo)) return RegexResult.getNoMatchInstance();
            CompilerDirectives.transferToInterpreterAndInvalidate();
            return replace(compiled()).execute(frame);
        }

        private RegexExecNode compiled() {
            try {
                return body(TRegexCompiler.compile(getRegexLanguage(), getSource()));
            } catch (RegexSyntaxException | UnsupportedRegexException e) {
                throw Errors.createSyntaxError("regular expression not supported");
            }
        }

        @Override
        protected String getEngineLabel() {
            return "unmatched";
        }
    }
}
