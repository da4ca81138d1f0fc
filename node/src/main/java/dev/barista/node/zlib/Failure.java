package dev.barista.node.zlib;

/** Why a codec cannot go on, as JavaScript's error has it: {@code message}, {@code errno}, {@code code}. */
record Failure(String message, int errno, String code) {}
