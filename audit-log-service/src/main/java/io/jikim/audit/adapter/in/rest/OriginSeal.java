package io.jikim.audit.adapter.in.rest;

import io.jikim.audit.domain.Fact;
import io.jikim.platform.crypto.BusSeal;
import io.jikim.platform.crypto.CanonicalJson;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/// Seals where an access came from as our own services do before it travels, so that both are kept
/// and opened in one way.
@ApplicationScoped
class OriginSeal {
    private static final String CONTEXT = "access.recorded";

    private final BusSeal seal;

    OriginSeal(BusSeal seal) {
        this.seal = seal;
    }

    Fact.Origin close(Map<String, String> fields) {
        var plain = CanonicalJson.of(fields).getBytes(StandardCharsets.UTF_8);
        var sealed = Base64.getEncoder().encodeToString(seal.seal(CONTEXT, plain));
        return new Fact.Origin(sealed, fields);
    }
}
