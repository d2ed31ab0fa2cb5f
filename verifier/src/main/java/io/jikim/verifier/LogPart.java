package io.jikim.verifier;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// An entry of the audit log, what was disclosed of it, and its way to a checkpoint. `leaf` and
/// `hashes` are Base64.
record LogPart(
        BigInteger index,
        String leaf,
        Map<String, Disclosed> disclosed,
        List<String> hashes,
        String checkpoint) {

    /// A value the leaf commits to, and the salt (Base64) that hid it.
    record Disclosed(String salt, String value) {}

    LogPart {
        disclosed = Collections.unmodifiableMap(new TreeMap<>(disclosed));
        hashes = List.copyOf(hashes);
    }

    static LogPart read(JsonNode log) throws Malformed {
        var parts = Fields.of("log", log, Set.of("entry", "proof", "checkpoint"));
        var entry =
                Fields.of("log.entry", parts.any("entry"), Set.of("index", "leaf", "disclosed"));
        var proof = Fields.of("log.proof", parts.any("proof"), Set.of("hashes"));
        return new LogPart(
                entry.whole("index"),
                entry.text("leaf"),
                disclosed(entry.any("disclosed")),
                hashes(proof.any("hashes")),
                parts.text("checkpoint"));
    }

    static Map<String, Disclosed> disclosed(JsonNode fields) throws Malformed {
        if (!fields.isObject()) {
            throw new Malformed("\"log.entry.disclosed\" is not an object");
        }
        var byName = new TreeMap<String, Disclosed>();
        for (var field : fields.properties()) {
            var opened =
                    Fields.of("log.entry.disclosed", field.getValue(), Set.of("salt", "value"));
            byName.put(field.getKey(), new Disclosed(opened.text("salt"), opened.text("value")));
        }
        return byName;
    }

    static List<String> hashes(JsonNode hashes) throws Malformed {
        if (!hashes.isArray()) {
            throw new Malformed("\"log.proof.hashes\" is not a list");
        }
        var texts = new ArrayList<String>();
        for (var hash : hashes) {
            if (!hash.isTextual()) {
                throw new Malformed("\"log.proof.hashes\" holds something that is not a text");
            }
            texts.add(hash.textValue());
        }
        return texts;
    }
}
