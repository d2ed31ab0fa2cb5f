package io.jikim.audit.adapter.out.postgres;

import io.jikim.audit.domain.Hash;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Hashes as columns: one, or many behind one another.
final class Hashes {
    private Hashes() {}

    static Hash first(ResultSet row) throws SQLException {
        return Hash.of(row.getBytes(1));
    }

    static List<Hash> split(byte[] joined) {
        var hashes = new ArrayList<Hash>(joined.length / Hash.LENGTH);
        for (int at = 0; at < joined.length; at += Hash.LENGTH) {
            hashes.add(Hash.of(Arrays.copyOfRange(joined, at, at + Hash.LENGTH)));
        }
        return hashes;
    }
}
