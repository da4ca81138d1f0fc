package dev.barista.node.crypto;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A cipher as OpenSSL knows it. Names are found in any case. Any thread.
 *
 * @param mode {@code cbc}, {@code gcm} …; {@code stream} for ciphers that are none of blocks
 * @param nid OpenSSL's number
 * @param blockSize in bytes; 1 where single bytes come out, 0 where OpenSSL tells none
 * @param ivLength the usual length of the initialization vector in bytes, 0 where there is none
 * @param keyLength in bytes
 * @param names under which it is listed
 */
record CipherAlgorithm(String name, String mode, int nid, int blockSize, int ivLength, int keyLength, List<String> names) {
    private static final String TABLE = """
            aes-128-cbc cbc 419 16 16 16 aes-128-cbc,aes128
            id-aes128-ccm ccm 896 1 12 16 aes-128-ccm,id-aes128-CCM
            aes-128-cfb cfb 421 1 16 16 aes-128-cfb
            aes-128-cfb8 cfb 653 1 16 16 aes-128-cfb8
            aes-128-ctr ctr 904 1 16 16 aes-128-ctr
            aes-128-ecb ecb 418 16 0 16 aes-128-ecb
            id-aes128-gcm gcm 895 1 12 16 aes-128-gcm,id-aes128-GCM
            aes-128-ocb ocb 958 16 12 16 aes-128-ocb
            aes-128-ofb ofb 420 1 16 16 aes-128-ofb
            aes-192-cbc cbc 423 16 16 24 aes-192-cbc,aes192
            id-aes192-ccm ccm 899 1 12 24 aes-192-ccm,id-aes192-CCM
            aes-192-cfb cfb 425 1 16 24 aes-192-cfb
            aes-192-cfb8 cfb 654 1 16 24 aes-192-cfb8
            aes-192-ctr ctr 905 1 16 24 aes-192-ctr
            aes-192-ecb ecb 422 16 0 24 aes-192-ecb
            id-aes192-gcm gcm 898 1 12 24 aes-192-gcm,id-aes192-GCM
            aes-192-ocb ocb 959 16 12 24 aes-192-ocb
            aes-192-ofb ofb 424 1 16 24 aes-192-ofb
            aes-256-cbc cbc 427 16 16 32 aes-256-cbc,aes256
            id-aes256-ccm ccm 902 1 12 32 aes-256-ccm,id-aes256-CCM
            aes-256-cfb cfb 429 1 16 32 aes-256-cfb
            aes-256-cfb8 cfb 655 1 16 32 aes-256-cfb8
            aes-256-ctr ctr 906 1 16 32 aes-256-ctr
            aes-256-ecb ecb 426 16 0 32 aes-256-ecb
            id-aes256-gcm gcm 901 1 12 32 aes-256-gcm,id-aes256-GCM
            aes-256-ocb ocb 960 16 12 32 aes-256-ocb
            aes-256-ofb ofb 428 1 16 32 aes-256-ofb
            id-aes128-wrap wrap 788 8 8 16 aes128-wrap,id-aes128-wrap
            id-aes128-wrap-pad wrap 897 8 4 16 aes128-wrap-pad,id-aes128-wrap-pad
            id-aes192-wrap wrap 789 8 8 24 aes192-wrap,id-aes192-wrap
            id-aes192-wrap-pad wrap 900 8 4 24 aes192-wrap-pad,id-aes192-wrap-pad
            id-aes256-wrap wrap 790 8 8 32 aes256-wrap,id-aes256-wrap
            id-aes256-wrap-pad wrap 903 8 4 32 aes256-wrap-pad,id-aes256-wrap-pad
            aria-128-cbc cbc 1066 16 16 16 aria-128-cbc,aria128
            aria-128-ccm ccm 1120 1 12 16 aria-128-ccm
            aria-128-cfb cfb 1067 1 16 16 aria-128-cfb
            aria-128-cfb8 cfb 1083 1 16 16 aria-128-cfb8
            aria-128-ctr ctr 1069 1 16 16 aria-128-ctr
            aria-128-ecb ecb 1065 16 0 16 aria-128-ecb
            aria-128-gcm gcm 1123 1 12 16 aria-128-gcm
            aria-128-ofb ofb 1068 1 16 16 aria-128-ofb
            aria-192-cbc cbc 1071 16 16 24 aria-192-cbc,aria192
            aria-192-ccm ccm 1121 1 12 24 aria-192-ccm
            aria-192-cfb cfb 1072 1 16 24 aria-192-cfb
            aria-192-cfb8 cfb 1084 1 16 24 aria-192-cfb8
            aria-192-ctr ctr 1074 1 16 24 aria-192-ctr
            aria-192-ecb ecb 1070 16 0 24 aria-192-ecb
            aria-192-gcm gcm 1124 1 12 24 aria-192-gcm
            aria-192-ofb ofb 1073 1 16 24 aria-192-ofb
            aria-256-cbc cbc 1076 16 16 32 aria-256-cbc,aria256
            aria-256-ccm ccm 1122 1 12 32 aria-256-ccm
            aria-256-cfb cfb 1077 1 16 32 aria-256-cfb
            aria-256-cfb8 cfb 1085 1 16 32 aria-256-cfb8
            aria-256-ctr ctr 1079 1 16 32 aria-256-ctr
            aria-256-ecb ecb 1075 16 0 32 aria-256-ecb
            aria-256-gcm gcm 1125 1 12 32 aria-256-gcm
            aria-256-ofb ofb 1078 1 16 32 aria-256-ofb
            camellia-128-cbc cbc 751 16 16 16 camellia-128-cbc,camellia128
            camellia-128-cfb cfb 757 1 16 16 camellia-128-cfb
            camellia-128-cfb8 cfb 763 1 16 16 camellia-128-cfb8
            camellia-128-ctr ctr 963 1 16 16 camellia-128-ctr
            camellia-128-ecb ecb 754 16 0 16 camellia-128-ecb
            camellia-128-ofb ofb 766 1 16 16 camellia-128-ofb
            camellia-192-cbc cbc 752 16 16 24 camellia-192-cbc,camellia192
            camellia-192-cfb cfb 758 1 16 24 camellia-192-cfb
            camellia-192-cfb8 cfb 764 1 16 24 camellia-192-cfb8
            camellia-192-ctr ctr 967 1 16 24 camellia-192-ctr
            camellia-192-ecb ecb 755 16 0 24 camellia-192-ecb
            camellia-192-ofb ofb 767 1 16 24 camellia-192-ofb
            camellia-256-cbc cbc 753 16 16 32 camellia-256-cbc,camellia256
            camellia-256-cfb cfb 759 1 16 32 camellia-256-cfb
            camellia-256-cfb8 cfb 765 1 16 32 camellia-256-cfb8
            camellia-256-ctr ctr 971 1 16 32 camellia-256-ctr
            camellia-256-ecb ecb 756 16 0 32 camellia-256-ecb
            camellia-256-ofb ofb 768 1 16 32 camellia-256-ofb
            chacha20 stream 1019 0 16 32 chacha20
            chacha20-poly1305 stream 1018 0 12 32 chacha20-poly1305
            des-ede ecb 32 8 0 16 des-ede,des-ede-ecb
            des-ede-cbc cbc 43 8 8 16 des-ede-cbc
            des-ede-cfb cfb 60 1 8 16 des-ede-cfb
            des-ede-ofb ofb 62 1 8 16 des-ede-ofb
            des-ede3 ecb 33 8 0 24 des-ede3,des-ede3-ecb
            des-ede3-cbc cbc 44 8 8 24 des-ede3-cbc,des3
            des-ede3-cfb cfb 61 1 8 24 des-ede3-cfb
            des-ede3-cfb8 cfb 659 1 8 24 des-ede3-cfb8
            des-ede3-ofb ofb 63 1 8 24 des-ede3-ofb
            sm4-cbc cbc 1134 16 16 16 sm4,sm4-cbc
            sm4-cfb cfb 1137 1 16 16 sm4-cfb
            sm4-ctr ctr 1139 1 16 16 sm4-ctr
            sm4-ecb ecb 1133 16 0 16 sm4-ecb
            sm4-ofb ofb 1135 1 16 16 sm4-ofb
            """;

    private static final Map<String, CipherAlgorithm> BY_NAME = new HashMap<>();

    static {
        for (String line : TABLE.lines().toList()) {
            String[] f = line.split(" ");
            CipherAlgorithm cipher = new CipherAlgorithm(f[0], f[1], Integer.parseInt(f[2]), Integer.parseInt(f[3]), Integer.parseInt(f[4]),
                    Integer.parseInt(f[5]), List.of(f[6].split(",")));
            BY_NAME.put(cipher.name, cipher);
            for (String name : cipher.names) BY_NAME.put(name.toLowerCase(Locale.ROOT), cipher);
        }
    }

    /** @return {@code null} where there is none of that name */
    static CipherAlgorithm find(String name) {
        return BY_NAME.get(name.toLowerCase(Locale.ROOT));
    }

    /** @return {@code null} where there is none of that number */
    static CipherAlgorithm find(int nid) {
        return BY_NAME.values().stream().filter(c -> c.nid == nid).findFirst().orElse(null);
    }

    /** All names, sorted. */
    static List<String> allNames() {
        return Arrays.stream(TABLE.split("\n")).flatMap(line -> Arrays.stream(line.split(" ")[6].split(","))).sorted().toList();
    }

    boolean authenticated() {
        return switch (mode) {
            case "gcm", "ccm", "ocb" -> true;
            default -> name.equals("chacha20-poly1305");
        };
    }

    /** Whether an initialization vector of so many bytes can be used. */
    boolean takesIv(int length) {
        return switch (mode) {
            case "gcm" -> length > 0;
            case "ccm" -> length >= 7 && length <= 13;
            case "ocb" -> length >= 1 && length <= 15;
            default -> length == ivLength;
        };
    }
}
