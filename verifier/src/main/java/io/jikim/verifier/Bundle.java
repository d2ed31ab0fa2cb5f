package io.jikim.verifier;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.Set;

/// The file: a certificate, its signature and, once the audit log has it, its entry there.
record Bundle(JsonNode certificate, SignaturePart signature, Optional<LogPart> log) {

    /// Who signed with what; `value` is Base64.
    record SignaturePart(String keyId, String algorithm, String value) {}

    /// Which of the case's certificates this says to be; a later one replaces it.
    Optional<String> revision() {
        var revision = certificate.path("revision");
        return revision.isIntegralNumber() ? Optional.of(revision.asText()) : Optional.empty();
    }

    static Bundle read(JsonNode file) throws Malformed {
        var bundle = Fields.of("file", file, Set.of("certificate", "signature", "log"));
        var certificate = bundle.any("certificate");
        if (!certificate.isObject()) {
            throw new Malformed("\"certificate\" is not an object");
        }
        var signature =
                Fields.of(
                        "signature",
                        bundle.any("signature"),
                        Set.of("keyId", "algorithm", "value"));
        var part =
                new SignaturePart(
                        signature.text("keyId"),
                        signature.text("algorithm"),
                        signature.text("value"));
        var log = bundle.object().path("log");
        var entry =
                log.isNull() || log.isMissingNode()
                        ? Optional.<LogPart>empty()
                        : Optional.of(LogPart.read(log));
        return new Bundle(certificate, part, entry);
    }
}
