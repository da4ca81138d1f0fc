package dev.barista.engine.words;

import com.oracle.truffle.js.runtime.JSErrorType;
import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.util.List;
import java.util.Map;

/** Has the engine's errors speak V8's words in this JVM. */
public final class V8Words {
    /** Set where the jar's class is woven already. */
    static final String WOVEN = "barista.words.woven";

    private static final boolean IN_USE = (Boolean.getBoolean(WOVEN) || define()) && initialize();

    private V8Words() {}

    /**
     * Puts the woven class in the place of the engine's, once; to be called before an error is made.
     *
     * @return whether V8's words are in use: not where the JVM had loaded the engine's class before, where the engine has a class loader of
     *     its own, or where it is of a version that Barista was not made for
     */
    public static boolean install() {
        return IN_USE;
    }

    private static boolean define() {
        ClassLoader loader = V8Words.class.getClassLoader();
        if (JSErrorType.class.getClassLoader() != loader) return false;
        Weaver weaver = new Weaver();
        try {
            for (Map.Entry<String, Class<?>> each : Weaver.classes().entrySet()) {
                String classFile = each.getKey().replace('.', '/') + ".class";
                try (InputStream in = loader.getResourceAsStream(classFile)) {
                    byte[] woven = weaver.weave(in.readAllBytes());
                    MethodHandles.privateLookupIn(each.getValue(), MethodHandles.lookup()).defineClass(woven);
                }
            }
            return true;
        } catch (LinkageError loadedBefore) {
            return false;
        } catch (IllegalArgumentException anotherVersion) {
            System.getLogger(V8Words.class.getName()).log(System.Logger.Level.WARNING, "errors are told in the engine's words", anotherVersion);
            return false;
        } catch (IOException | IllegalAccessException e) {
            throw new IllegalStateException("the engine's classes can't be had", e);
        }
    }

    /**
     * An error may arise where the stack ends: a class that is first needed there could not be initialised, and would fail for good.
     *
     * @return true
     */
    private static boolean initialize() {
        try {
            for (Class<?> asked : List.of(ErrorWords.class, PlaceWords.class, CallSite.class, Expression.class, FixedWords.class, Pattern.class,
                    Shown.class)) {
                MethodHandles.lookup().ensureInitialized(asked);
            }
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);   // they are of this package
        }
        return true;
    }
}
