/**
 * One running Node program and what its rooms share: the environment, the trampoline into JavaScript, the table of rooms and the
 * loader of built-in modules. A room's own Java half is in {@code dev.barista.node.<room>}.
 */
package dev.barista.node;
