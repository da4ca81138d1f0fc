/** Named locks that the threads of a program share: {@code navigator.locks}. */
package dev.barista.node.locks;
