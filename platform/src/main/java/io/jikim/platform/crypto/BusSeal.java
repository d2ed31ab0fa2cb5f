package io.jikim.platform.crypto;

import io.jikim.platform.access.CurrentTenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Seals what must travel over the bus and concerns only our own services.
///
/// A sealed value opens only for the tenant and the context it was sealed for.
@ApplicationScoped
public class BusSeal {

    private static final String KEK = "bus";

    private final KeyProvider keys;
    private final CurrentTenant tenant;

    BusSeal(KeyProvider keys, CurrentTenant tenant) {
        this.keys = keys;
        this.tenant = tenant;
    }

    /// Layout: epoch (4 bytes), IV (12), ciphertext, tag (16).
    public byte[] seal(String context, byte[] plain) {
        int epoch = keys.epoch(KEK);
        byte[] sealed = keys.wrap(KEK, epoch, plain, bound(context));
        return ByteBuffer.allocate(4 + sealed.length).putInt(epoch).put(sealed).array();
    }

    /// @throws SealBroken if it was changed, or sealed for another tenant or context
    public byte[] open(String context, byte[] sealed) {
        if (sealed.length < 4) {
            throw new SealBroken("A sealed value is cut off");
        }
        int epoch = ByteBuffer.wrap(sealed).getInt();
        byte[] text = Arrays.copyOfRange(sealed, 4, sealed.length);
        return keys.unwrap(KEK, epoch, text, bound(context));
    }

    private byte[] bound(String context) {
        return (tenant.get().code() + "|" + context).getBytes(StandardCharsets.UTF_8);
    }
}
