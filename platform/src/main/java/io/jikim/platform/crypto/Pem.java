package io.jikim.platform.crypto;

import java.util.Base64;

/// The bytes inside a PEM file (RFC 7468).
final class Pem {

    private Pem() {}

    static byte[] decode(String pem) {
        String body = pem.replaceAll("-----(BEGIN|END) [A-Z ]+-----", "").replaceAll("\\s", "");
        return Base64.getDecoder().decode(body);
    }
}
