package io.jikim.audit.adapter.out.postgres;

import io.jikim.audit.domain.Leaf;
import io.jikim.audit.domain.Secret;
import java.util.Base64;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// What an entry says: the fields that stand open beside the log, and those that were sealed.
record Said(SortedMap<String, String> open, Map<String, String> sealed) {

    static Said of(String fields, Map<String, String> sealed) {
        return new Said(FieldsJson.read(fields), sealed);
    }

    SortedMap<String, String> all() {
        var all = new TreeMap<>(open);
        all.putAll(sealed);
        return all;
    }

    /// The entry's leaf as it is shown, as Base64.
    String leaf(byte[] logged, Secret secret) {
        var shown = Leaf.isShownAsLogged(logged) ? logged : Leaf.of(open, sealed, secret).shown();
        return Base64.getEncoder().encodeToString(shown);
    }
}
