package dev.barista.node.crypto;

/** Bytes that both sides know. */
record SecretKey(byte[] bytes) implements Key {
    @Override
    public String toString() {
        return "secret key";
    }
}
