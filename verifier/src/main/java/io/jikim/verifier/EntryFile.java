package io.jikim.verifier;

import com.fasterxml.jackson.databind.JsonNode;

/// A file that is one entry of the log and what was disclosed of it, as `GET
/// /v1/log/proofs/{eventId}` gives it.
record EntryFile(LogPart log) {

    /// Whether the file says to be one; a certificate's is the other kind.
    static boolean is(JsonNode file) {
        return file.isObject() && file.has("entry") && !file.has("certificate");
    }

    static EntryFile read(JsonNode file) throws Malformed {
        return new EntryFile(LogPart.read(file));
    }
}
