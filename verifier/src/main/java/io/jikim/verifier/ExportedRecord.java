package io.jikim.verifier;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// A record of an export whose values were held against the log.
record ExportedRecord(BigInteger index, Map<String, String> fields) {
    private static final int HASH_LENGTH = 32;
    private static final int SALT_LENGTH = 16;

    /// What makes an access record (README of audit-log-service): none of it may be kept back, or a
    /// record could be shown without it.
    private static final Set<String> WHOLE =
            Set.of(
                    "event",
                    "tenant",
                    "type",
                    "time",
                    "source",
                    "position",
                    "actor",
                    "account",
                    "role",
                    "action",
                    "resource",
                    "reason",
                    "subjects",
                    "count",
                    "queryDigest",
                    "from",
                    "note");

    ExportedRecord {
        fields = Map.copyOf(fields);
    }

    /// @throws DoesNotHold where a value is not the log's, or the entry not in the log
    static ExportedRecord read(byte[] line, SignedHead head) throws Malformed, DoesNotHold {
        var json = Strict.json(line);
        var parts = Fields.of("record", json, Set.of("entry", "proof"));
        var log = LogPart.read(((ObjectNode) parts.object()).put("checkpoint", head.note()));
        var leaf =
                Strict.base64(log.leaf())
                        .flatMap(Commitments::read)
                        .orElseThrow(() ->
                                new DoesNotHold(
                                        "entry "
                                                + log.index()
                                                + ": its leaf is not one of this log's format"));
        var fields = new TreeMap<String, String>();
        for (var field : log.disclosed().entrySet()) {
            requireOpen(log.index(), leaf, field.getKey(), field.getValue());
            fields.put(field.getKey(), field.getValue().value());
        }
        requireWhole(log.index(), leaf, fields);
        requireLogged(log, leaf, head);
        return new ExportedRecord(log.index(), fields);
    }

    private static void requireOpen(
            BigInteger index, Commitments leaf, String name, LogPart.Disclosed field)
            throws DoesNotHold {
        var salt = Strict.base64(field.salt());
        if (salt.isEmpty()
                || salt.get().length != SALT_LENGTH
                || !leaf.opens(name, salt.get(), field.value())) {
            throw new DoesNotHold(
                    "entry "
                            + index
                            + ": its field "
                            + Printable.text(name)
                            + " is not what the leaf commits to");
        }
    }

    private static void requireWhole(BigInteger index, Commitments leaf, Map<String, String> fields)
            throws DoesNotHold {
        var missing = new HashSet<>(leaf.byName().keySet());
        missing.retainAll(WHOLE);
        missing.removeAll(fields.keySet());
        if (!missing.isEmpty()) {
            var names = missing.stream().sorted().toList();
            throw new DoesNotHold(
                    "entry " + index + ": does not disclose " + String.join(", ", names));
        }
    }

    private static void requireLogged(LogPart log, Commitments leaf, SignedHead head)
            throws Malformed, DoesNotHold {
        List<byte[]> hashes = new ArrayList<>();
        for (var text : log.hashes()) {
            var hash = Strict.base64(text).filter(bytes -> bytes.length == HASH_LENGTH);
            hashes.add(hash.orElseThrow(() -> new Malformed("something in it is not a hash")));
        }
        var leads =
                new InclusionProof(hashes)
                        .leadsTo(head.root(), log.index(), head.head().size(), leaf.leafHash());
        if (!leads) {
            throw new DoesNotHold(
                    "entry " + log.index() + ": does not lead to the checkpoint's root");
        }
    }

    String field(String name) {
        return fields.getOrDefault(name, "");
    }

    List<String> subjects() {
        var joined = field("subjects");
        return joined.isEmpty() ? List.of() : List.of(joined.split(",", -1));
    }
}
