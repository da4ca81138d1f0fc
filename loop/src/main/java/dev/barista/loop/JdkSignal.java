package dev.barista.loop;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.function.IntConsumer;

/**
 * {@code sun.misc.Signal}, the JDK's only way to signals, reached by reflection: the compiler warns of its mere name, past any
 * suppression. Any thread.
 */
final class JdkSignal {
    private static final Class<?> SIGNAL;
    private static final Class<?> HANDLER;
    private static final Method HANDLE;

    /** The system's own action. */
    static final Object DEFAULT;
    static final Object IGNORED;

    static {
        try {
            SIGNAL = Class.forName("sun.misc.Signal");
            HANDLER = Class.forName("sun.misc.SignalHandler");
            HANDLE = SIGNAL.getMethod("handle", SIGNAL, HANDLER);
            DEFAULT = HANDLER.getField("SIG_DFL").get(null);
            IGNORED = HANDLER.getField("SIG_IGN").get(null);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private JdkSignal() {}

    /** A handler that is called, on a thread of the JDK's, with the signal's number. */
    static Object handler(Signum signum, IntConsumer call) {
        return Proxy.newProxyInstance(HANDLER.getClassLoader(), new Class<?>[] {HANDLER}, (proxy, method, arguments) -> switch (method.getName()) {
            case "handle" -> {
                call.accept(signum.number());
                yield null;
            }
            case "equals" -> proxy == arguments[0];
            case "hashCode" -> System.identityHashCode(proxy);
            default -> "handler of " + signum;
        });
    }

    /**
     * Puts a handler in place.
     *
     * @return the one before
     * @throws IllegalArgumentException for a signal that the JVM keeps
     */
    static Object handle(Signum signum, Object handler) {
        try {
            Object signal = SIGNAL.getConstructor(String.class).newInstance(signum.name().substring("SIG".length()));
            return HANDLE.invoke(null, signal, handler);
        } catch (InvocationTargetException e) {
            throw new IllegalArgumentException(e.getCause().getMessage(), e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
