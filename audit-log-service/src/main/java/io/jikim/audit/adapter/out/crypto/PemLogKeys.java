package io.jikim.audit.adapter.out.crypto;

import io.jikim.audit.application.port.LogKeys;
import io.jikim.audit.domain.Checkpoint;
import io.jikim.audit.domain.Frontier;
import io.jikim.audit.domain.Hash;
import io.jikim.audit.domain.NoteKey;
import io.jikim.platform.crypto.SigningKeys;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Signs with the Ed25519 key in `log.pem`, under the log's origin as its name.
@ApplicationScoped
class PemLogKeys implements LogKeys {
    private static final String KEY = "log";

    private final SigningKeys keys;
    private final String origin;

    PemLogKeys(SigningKeys keys, @ConfigProperty(name = "jikim.audit.origin") String origin) {
        this.keys = keys;
        this.origin = origin;
    }

    @Override
    public String sign(Frontier head) {
        var text = new Checkpoint(origin, head.size(), head.root()).text();
        var signature = keys.signer(KEY).sign(text.getBytes(StandardCharsets.UTF_8));
        return noteKey().note(text, signature);
    }

    @Override
    public Optional<Checkpoint> opened(String note) {
        int end = note.indexOf("\n\n") + 1;
        var text = note.substring(0, end);
        var signatures = noteKey().signatures(note.substring(end));
        boolean signed =
                !signatures.isEmpty()
                        && signatures.stream()
                                .allMatch(s ->
                                        keys.verifier(KEY)
                                                .verifies(
                                                        text.getBytes(StandardCharsets.UTF_8), s));
        return signed
                ? Checkpoint.parse(text).filter(head -> head.origin().equals(origin))
                : Optional.empty();
    }

    @Override
    public String verifierKey() {
        return noteKey().verifierKey();
    }

    private NoteKey noteKey() {
        // an SPKI of Ed25519 ends with the 32 bytes of RFC 8032
        var spki = keys.verifier(KEY).spki();
        return new NoteKey(
                origin, Arrays.copyOfRange(spki, spki.length - Hash.LENGTH, spki.length));
    }
}
