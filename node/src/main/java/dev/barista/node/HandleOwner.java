package dev.barista.node;

import dev.barista.engine.JsObject;

/** What a room puts as the {@code data} of a loop's handle that programs know as an object. Loop thread only. */
public interface HandleOwner {
    /** The object that programs see. */
    JsObject self();
}
