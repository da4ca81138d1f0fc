/**
 * V8's words for the errors that the engine makes. The engine's class {@code Errors} is woven, by {@link
 * dev.barista.engine.words.Weaver}, so that it asks {@link dev.barista.engine.words.ErrorWords}; {@link
 * dev.barista.engine.words.V8Words} sees to it where that was not done ahead of time. See {@code docs/decisions/error-words.md}.
 */
package dev.barista.engine.words;
