package dev.barista.node.tls;

/** A key that both sides know, and the name the client has for it. */
record PreSharedKey(byte[] identity, byte[] key) {}
