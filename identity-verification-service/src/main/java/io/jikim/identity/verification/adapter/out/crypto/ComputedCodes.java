package io.jikim.identity.verification.adapter.out.crypto;

import io.jikim.identity.verification.application.port.Codes;
import io.jikim.identity.verification.domain.Code;
import io.jikim.identity.verification.domain.VerificationId;
import io.jikim.platform.crypto.BlindIndex;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigInteger;

/// HMAC-SHA-256 of tenant, verification and mail under the index key, modulo 10^6: the use of a
/// keyed hash as a pseudorandom function (NIST SP 800-108r1 §4). All 256 bits are used, so no code
/// is more likely than another by more than 2^-236.
@ApplicationScoped
class ComputedCodes implements Codes {

    private static final BigInteger MILLION = BigInteger.valueOf(1_000_000);

    private final BlindIndex hash;

    ComputedCodes(BlindIndex hash) {
        this.hash = hash;
    }

    @Override
    public Code of(VerificationId id, int sequence) {
        var number = new BigInteger(hash.of("verification.code", id + "|" + sequence), 16);
        return new Code("%06d".formatted(number.mod(MILLION).intValue()));
    }
}
