package io.jikim.platform.crypto;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A row of `subject_key`.
final class KeyRow {

    final UUID id;
    final KeyName name;
    final int epoch;
    final String state;
    final byte @Nullable [] wrapped;

    KeyRow(UUID id, KeyName name, int epoch, String state, byte @Nullable [] wrapped) {
        this.id = id;
        this.name = name;
        this.epoch = epoch;
        this.state = state;
        this.wrapped = wrapped;
    }

    static KeyRow of(ResultSet row) throws SQLException {
        return new KeyRow(
                row.getObject("key_id", UUID.class),
                new KeyName(
                        row.getObject("subject", UUID.class),
                        row.getString("key_class"),
                        row.getString("expiry")),
                row.getInt("kek_epoch"),
                row.getString("state"),
                row.getBytes("wrapped_dek"));
    }

    /// @throws KeySuspended or [KeyDestroyed] unless the key may be used
    byte[] usable() {
        if (state.equals("SUSPENDED")) {
            throw new KeySuspended("The key is withheld while an erasure decides");
        }
        if (wrapped == null) {
            throw new KeyDestroyed("The key is destroyed");
        }
        return wrapped;
    }
}
