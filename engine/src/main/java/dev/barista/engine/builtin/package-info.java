/** Built-in functions of the engine with another body: their names, lengths and places stay, in every realm of a context. */
package dev.barista.engine.builtin;
