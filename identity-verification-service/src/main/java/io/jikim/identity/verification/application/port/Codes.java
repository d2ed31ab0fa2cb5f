package io.jikim.identity.verification.application.port;

import io.jikim.identity.verification.domain.Code;
import io.jikim.identity.verification.domain.VerificationId;

/// The code of each mail, computed whenever it is needed: nothing that leaks holds one.
public interface Codes {

    Code of(VerificationId id, int sequence);
}
