package io.jikim.platform.crypto;

import io.jikim.platform.access.Tenant;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/// What a seal is bound to (its additional authenticated data), parts joined by `|`.
///
/// Only the last part may itself hold a `|`, so no two places have the same text.
final class Bound {

    private Bound() {}

    static byte[] value(Tenant tenant, KeyName name, Place place) {
        return joined(
                tenant.code(),
                name.subject().toString(),
                name.keyClass(),
                place.table(),
                place.column(),
                place.row());
    }

    static byte[] key(Tenant tenant, KeyName name, UUID keyId) {
        return joined(
                tenant.code(),
                name.subject().toString(),
                name.keyClass(),
                name.expiry(),
                keyId.toString());
    }

    private static byte[] joined(String... parts) {
        return String.join("|", parts).getBytes(StandardCharsets.UTF_8);
    }
}
