/**
 * {@code Object.setPrototypeOf} with a memory. The engine's own moves an object to another prototype by taking all its properties out and
 * putting each in again; frameworks that do so with every request and response spent a third of their time in it.
 */
package dev.barista.engine.prototype;
