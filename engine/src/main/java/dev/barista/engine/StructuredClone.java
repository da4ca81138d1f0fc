package dev.barista.engine;

import java.util.List;

/**
 * A JavaScript value taken out of its realm, as HTML's StructuredSerialize does: any thread may take it to another realm.
 *
 * <p>It is a tape: primitives stand for themselves, everything else is a {@link Kind} followed by its contents. Objects are
 * numbered in the order in which they begin. What was transferred is read back once; the rest as often as wanted.
 */
public final class StructuredClone {
    /** What follows on the tape. */
    enum Kind {
        SEEN, OBJECT, ARRAY, SPARSE_ARRAY, MAP, SET, DATE, REGEXP, ERROR, BOOLEAN_OBJECT, NUMBER_OBJECT, STRING_OBJECT, BIGINT_OBJECT,
        ARRAY_BUFFER, SHARED_ARRAY_BUFFER, TYPED_ARRAY, DATA_VIEW, HOSTED, JAVA, WASM_MODULE, WASM_MEMORY
    }

    /** A Java object that may pass from realm to realm inside a JavaScript object that {@link Realm#wrap} made. */
    public interface Portable {
        /** The message that it was in will not be read. Any thread. */
        default void discard() {}
    }

    private final List<Object> tape;
    private final List<String> hosted;

    StructuredClone(List<Object> tape, List<String> hosted) {
        this.tape = tape;
        this.hosted = hosted;
    }

    /**
     * Takes a value out of its realm.
     *
     * @param transfer the objects that move rather than be copied; they are detached when all else has succeeded
     * @throws JsException the host's failure, or what a getter threw
     */
    public static StructuredClone of(Realm realm, Object value, Object[] transfer, CloneHost host) {
        return JsException.guard(() -> new CloneWriter(realm, host).write(value, transfer));
    }

    /** Makes the value in a realm. */
    public Object revive(Realm realm, CloneMaker maker) {
        return JsException.guard(() -> new CloneReader(realm, realm.realm(), maker, tape, hosted).read());
    }

    /** Makes the value of objects of a sandbox. */
    public Object revive(Realm realm, Sandbox sandbox, CloneMaker maker) {
        return JsException.guard(() -> new CloneReader(realm, sandbox.realm(), maker, tape, hosted).read());
    }

    /** Gives up a message that nobody will read. Any thread. */
    public void discard() {
        for (Object item : tape) {
            if (item instanceof Portable portable) portable.discard();
        }
    }
}
