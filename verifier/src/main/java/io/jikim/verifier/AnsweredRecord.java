package io.jikim.verifier;

import com.fasterxml.jackson.databind.JsonNode;
import io.jikim.verifier.LogPart.Disclosed;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// One record of an answer, as the file has it: `leaf` and `hashes` are Base64.
record AnsweredRecord(
        long index,
        String leaf,
        Map<String, Disclosed> disclosed,
        ShownPlace place,
        List<String> hashes) {
    private static final int BITS = 62;

    AnsweredRecord {
        disclosed = Collections.unmodifiableMap(new TreeMap<>(disclosed));
        hashes = List.copyOf(hashes);
    }

    /// A person's place among the records about her: `previous`, `salt` and `path` are Base64.
    record ShownPlace(long since, long number, String previous, String salt, List<String> path) {
        ShownPlace {
            path = List.copyOf(path);
        }
    }

    static AnsweredRecord read(JsonNode record) throws Malformed {
        var parts =
                Fields.of(
                        "records", record, Set.of("index", "leaf", "disclosed", "place", "proof"));
        var place =
                Fields.of(
                        "place",
                        parts.any("place"),
                        Set.of("since", "number", "previous", "salt", "path"));
        var proof = Fields.of("proof", parts.any("proof"), Set.of("hashes"));
        return new AnsweredRecord(
                whole(parts, "index"),
                parts.text("leaf"),
                LogPart.disclosed(parts.any("disclosed")),
                new ShownPlace(
                        whole(place, "since"),
                        whole(place, "number"),
                        place.text("previous"),
                        place.text("salt"),
                        LogPart.hashes(place.any("path"))),
                LogPart.hashes(proof.any("hashes")));
    }

    static long whole(Fields fields, String name) throws Malformed {
        var number = fields.whole(name);
        if (number.signum() < 0 || number.bitLength() > BITS) {
            throw new Malformed("\"" + name + "\" is below 0 or above 2^62");
        }
        return number.longValueExact();
    }

    /// As it is spoken of.
    String named() {
        return "number " + place.number() + " (entry " + index + ")";
    }
}
