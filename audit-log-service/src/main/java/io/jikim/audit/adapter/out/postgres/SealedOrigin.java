package io.jikim.audit.adapter.out.postgres;

import io.jikim.audit.domain.Fact;
import io.jikim.platform.crypto.BusSeal;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where an access came from, kept as it travelled: sealed.
@ApplicationScoped
class SealedOrigin {
    private static final String CONTEXT = "access.recorded";

    private final BusSeal seal;

    SealedOrigin(BusSeal seal) {
        this.seal = seal;
    }

    /// The fields inside, none where nothing was sealed.
    Map<String, String> open(@Nullable String sealed) {
        if (sealed == null) {
            return Map.of();
        }
        var plain = seal.open(CONTEXT, Base64.getDecoder().decode(sealed));
        var fields = FieldsJson.read(new String(plain, StandardCharsets.UTF_8));
        return new Fact.Origin(sealed, fields).fields();
    }
}
