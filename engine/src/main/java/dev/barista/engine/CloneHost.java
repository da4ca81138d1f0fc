package dev.barista.engine;

/**
 * The part of structured cloning that isn't JavaScript's own: objects marked in {@link Clones}, and the error. Realm's thread only.
 *
 * <p>Values are opaque engine values. What JavaScript throws passes as {@link JsException}.
 */
public interface CloneHost extends CloneMaker {
    /** What stands for an object: how to make another of its kind, and a cloneable value to fill that with. */
    record Parts(String kind, Object data) {}

    /**
     * Takes an object apart.
     *
     * @param transfer whether it is transferred, and its original unusable from now on
     */
    Parts takeApart(JsObject object, boolean transfer);

    /** What must be transferred along with an object. */
    Object[] companions(JsObject object);

    /** A DataCloneError. */
    JsException failure(String message);

    /** The DataCloneError for a value that is of no cloneable kind. */
    JsException refusal(Object value);
}
