package dev.barista.engine;

/**
 * The body of a function that JavaScript calls and Java implements. Realm's thread only.
 *
 * <p>It returns a {@code String}, number, boolean, {@link JsObject}, opaque engine value, or {@code null} for {@code undefined}.
 * What JavaScript should catch is thrown as {@link JsException}; any other exception is a bug of the body and unwinds the program as
 * {@link NativeFailure}.
 */
@FunctionalInterface
public interface NativeFn {
    Object call(Args args);
}
