package dev.barista.node.crypto;

import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * What Argon2 (RFC 9106) derives a key from. Any thread.
 *
 * @param memory in kibibytes
 */
record Argon2(String type, byte[] message, byte[] nonce, byte[] secret, byte[] associatedData, int parallelism, int length, int memory, int passes) {
    byte[] derive() {
        Argon2Parameters parameters = new Argon2Parameters.Builder(switch (type) {
            case "argon2d" -> Argon2Parameters.ARGON2_d;
            case "argon2i" -> Argon2Parameters.ARGON2_i;
            case "argon2id" -> Argon2Parameters.ARGON2_id;
            default -> throw new IllegalArgumentException(type);
        }).withVersion(Argon2Parameters.ARGON2_VERSION_13).withSalt(nonce).withSecret(secret).withAdditional(associatedData)
                .withParallelism(parallelism).withMemoryAsKB(memory).withIterations(passes).build();
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(parameters);
        byte[] key = new byte[length];
        generator.generateBytes(message, key);
        return key;
    }
}
