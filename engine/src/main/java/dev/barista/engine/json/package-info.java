/**
 * {@code JSON.parse}, {@code JSON.stringify} and {@code JSON.rawJSON} in Java, in the place of the engine's own. HotSpot compiles this code
 * once for all runtimes of a JVM; nothing in it waits for the engine's compiler.
 */
package dev.barista.engine.json;
