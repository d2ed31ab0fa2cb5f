package io.jikim.platform.crypto;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// AES-256-GCM with a random 96-bit IV and a 128-bit tag (NIST SP 800-38D); layout IV, ciphertext,
/// tag.
///
/// Random IVs are good for 2^32 messages under one key (§8.3), which no subject comes near.
final class AesGcm {

    static final int KEY = 32;
    static final int IV = 12;
    static final int TAG = 16;

    private static final SecureRandom RANDOM = new SecureRandom();

    private AesGcm() {}

    static SecretKey key(byte[] bytes) {
        if (bytes.length != KEY) {
            throw new IllegalArgumentException("An AES-256 key has 32 bytes");
        }
        return new SecretKeySpec(bytes, "AES");
    }

    static byte[] random(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    static byte[] seal(SecretKey key, byte[] plain, byte[] bound) {
        return seal(key, random(IV), plain, bound);
    }

    static byte[] seal(SecretKey key, byte[] iv, byte[] plain, byte[] bound) {
        byte[] sealed = run(Cipher.ENCRYPT_MODE, key, ByteBuffer.wrap(iv), plain, bound);
        return ByteBuffer.allocate(IV + sealed.length).put(iv).put(sealed).array();
    }

    /// @throws SealBroken if key, text or what it is bound to is not what it was
    static byte[] open(SecretKey key, byte[] sealed, byte[] bound) {
        if (sealed.length < IV + TAG) {
            throw new SealBroken("A sealed value is cut off");
        }
        var iv = ByteBuffer.wrap(sealed, 0, IV);
        byte[] text = Arrays.copyOfRange(sealed, IV, sealed.length);
        return run(Cipher.DECRYPT_MODE, key, iv, text, bound);
    }

    private static byte[] run(int mode, SecretKey key, ByteBuffer iv, byte[] text, byte[] bound) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG * 8, iv.array(), 0, IV));
            cipher.updateAAD(bound);
            return cipher.doFinal(text);
        } catch (AEADBadTagException _) {
            throw new SealBroken("A sealed value does not open here");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-256-GCM is missing", e);
        }
    }
}
