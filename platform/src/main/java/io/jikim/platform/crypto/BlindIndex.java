package io.jikim.platform.crypto;

import io.jikim.platform.access.CurrentTenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;

/// Finds a sealed value by a keyed hash of it.
///
/// The index is personal data: it goes with the row. The same value has another index in another
/// tenant and in another context.
@ApplicationScoped
public class BlindIndex {

    private final KeyProvider keys;
    private final CurrentTenant tenant;

    BlindIndex(KeyProvider keys, CurrentTenant tenant) {
        this.keys = keys;
        this.tenant = tenant;
    }

    /// HMAC-SHA-256 in hex, 64 characters. Bring `value` into its one canonical form before.
    public String of(String context, String value) {
        String named = CanonicalJson.of(List.of(tenant.get().code(), context, value));
        return HexFormat.of().formatHex(keys.mac(named.getBytes(StandardCharsets.UTF_8)));
    }
}
