package dev.barista.node.crypto;

import dev.barista.engine.Args;

/** What is behind a KeyObject: a secret, or one half or both of a pair. Immutable; any thread. */
sealed interface Key permits SecretKey, AsymmetricKey {
    /** The bytes of argument {@code i}: a secret key, or bytes. Not to be written to. */
    static byte[] secret(Args a, int i) {
        return a.isObject(i) && a.object(i).host(SecretKey.class) instanceof SecretKey key ? key.bytes() : a.bytes(i).copy();
    }
}
