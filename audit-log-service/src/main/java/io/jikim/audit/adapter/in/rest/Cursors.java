package io.jikim.audit.adapter.in.rest;

import io.jikim.platform.crypto.BlindIndex;
import io.jikim.platform.crypto.CanonicalJson;
import io.jikim.platform.problem.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// Where a list goes on, as text that means nothing to a client: an index, and a keyed hash of it
/// with the tenant and what was asked for. The key is that of the keyset's index, so cursors
/// outlive a restart.
@ApplicationScoped
class Cursors {
    private static final String CONTEXT = "access-records.cursor";
    private static final long BEGINNING = -1;
    private static final int MAC_LENGTH = 16;

    private final BlindIndex macs;

    Cursors(BlindIndex macs) {
        this.macs = macs;
    }

    /// Null where nothing follows.
    ///
    /// @param asked what else the list was asked for by
    @Nullable String behind(OptionalLong index, List<String> asked) {
        return index.isEmpty() ? null : behind(index.getAsLong(), asked);
    }

    private String behind(long index, List<String> asked) {
        var bytes = ByteBuffer.allocate(Long.BYTES + MAC_LENGTH).putLong(index);
        bytes.put(mac(index, asked));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    /// @throws Refusal 400 `cursor-unknown` for a text that no answer to the same question of this
    ///   tenant has held
    long read(@Nullable String cursor, List<String> asked) {
        if (cursor == null) {
            return BEGINNING;
        }
        var bytes = decoded(cursor);
        long index = ByteBuffer.wrap(bytes).getLong();
        var mac = Arrays.copyOfRange(bytes, Long.BYTES, bytes.length);
        if (!MessageDigest.isEqual(mac, mac(index, asked))) {
            throw unknown();
        }
        return index;
    }

    /// @throws Refusal 400 `cursor-unknown` for a text that no answer at all can have held, which
    ///   needs nobody to be known
    void requireForm(@Nullable String cursor) {
        if (cursor != null) {
            decoded(cursor);
        }
    }

    private static byte[] decoded(String cursor) {
        try {
            var bytes = Base64.getUrlDecoder().decode(cursor);
            if (bytes.length == Long.BYTES + MAC_LENGTH) {
                return bytes;
            }
        } catch (IllegalArgumentException _) {
            // the same answer as for a text of another length
        }
        throw unknown();
    }

    private static Refusal unknown() {
        return new Refusal(
                400,
                "cursor-unknown",
                "Give back `next` of the page before, unchanged, and with the same filters");
    }

    private byte[] mac(long index, List<String> asked) {
        var bound = new ArrayList<String>();
        bound.add(Long.toString(index));
        bound.addAll(asked);
        var mac = HexFormat.of().parseHex(macs.of(CONTEXT, CanonicalJson.of(bound)));
        return Arrays.copyOf(mac, MAC_LENGTH);
    }
}
