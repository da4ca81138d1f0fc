/**
 * The permission model: what a program may do beyond computing. It is decided here and nowhere else, and asked by the Java halves of the
 * rooms at the place where the thing is done, so that no JavaScript comes past it.
 */
package dev.barista.node.permission;
