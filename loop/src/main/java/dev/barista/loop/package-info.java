/**
 * libuv's event loop for Java: {@link dev.barista.loop.Loop} and its handles for timers, sockets, signals and threads.
 *
 * <p>A loop belongs to the thread that creates it, and all callbacks run there. Operations return 0 or a negative
 * {@link dev.barista.loop.Errno}; what takes time calls back. Several loops may run in one JVM. See {@code docs/loop.md}.
 */
package dev.barista.loop;
