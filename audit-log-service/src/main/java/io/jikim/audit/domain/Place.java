package io.jikim.audit.domain;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/// The how-many-eth of the records about a person one is, and which leaf is the one before it.
///
/// @param since index of the record with number 1: where everything that was kept about her has
///   been destroyed, her numbers begin anew, and this tells them from those before
/// @param number counted from 1
/// @param previous hash of the leaf with number - 1, [#NOTHING] for the first
public record Place(UUID subject, long since, long number, Hash previous) {
    public static final Hash NOTHING = Hash.of(new byte[Hash.LENGTH]);

    private static final byte[] PURPOSE = "jikim/place/v1".getBytes(StandardCharsets.UTF_8);
    private static final byte[] ZERO = {0};

    public Place {
        if (number < 1 || (number == 1) != previous.equals(NOTHING)) {
            throw new IllegalArgumentException("the first of a chain alone has nothing before it");
        }
    }

    static Place first(UUID subject, long index) {
        return new Place(subject, index, 1, NOTHING);
    }

    /// 16 bytes which nobody can guess who knows those of the others in the same entry.
    public static byte[] salt(UUID subject, Secret secret) {
        return secret.salt("places/" + subject);
    }

    /// `SHA-256("jikim/place/v1" 0 salt text)`.
    Hash commit(Secret secret) {
        return Sha256.of(
                PURPOSE, ZERO, salt(subject, secret), text().getBytes(StandardCharsets.UTF_8));
    }

    private String text() {
        return subject + " " + since + " " + number + " " + previous;
    }
}
