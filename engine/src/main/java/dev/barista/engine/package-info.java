/**
 * GraalJS behind small types: the only package that imports {@code org.graalvm} and {@code com.oracle}.
 *
 * <p>A {@link dev.barista.engine.Realm} is one JavaScript world on one thread. Values cross as Java's own {@code String},
 * numbers and booleans, as {@link dev.barista.engine.JsObject} and its kin, or as opaque engine values ({@code Object})
 * that Java only keeps and hands back. It knows nothing of Node.
 */
package dev.barista.engine;
