package io.jikim.verifier;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Whether the log's owner has stood for this certificate in public: entry, proof, checkpoint.
final class LogCheck {
    private static final String CERTIFIED = "io.jikim.erasure.certified.v1";
    private static final int HASH_LENGTH = 32;
    private static final int SALT_LENGTH = 16;

    private final LogPart log;
    private final Findings findings;

    LogCheck(LogPart log, Findings findings) {
        this.log = log;
        this.findings = findings;
    }

    void check(Optional<String> certificateDigest, PublicKeyFile logKey) {
        var leaf = Strict.base64(log.leaf());
        var commitments = leaf.flatMap(Commitments::read);
        if (commitments.isEmpty()) {
            findings.fails("log entry: its leaf is not one of this log's format");
        } else {
            checkDisclosed(commitments.get());
        }
        checkValue("type", CERTIFIED);
        certificateDigest.ifPresent(digest -> checkValue("certificateDigest", digest));
        var head = checkCheckpoint(logKey);
        if (leaf.isPresent() && head.isPresent()) {
            checkProof(leaf.get(), head.get());
        }
    }

    private void checkDisclosed(Commitments commitments) {
        log.disclosed()
                .forEach((name, opened) -> {
                    var salt = Strict.base64(opened.salt());
                    findings.check(
                            salt.isPresent()
                                    && salt.get().length == SALT_LENGTH
                                    && commitments.opens(name, salt.get(), opened.value()),
                            "log entry: " + name + " is what the leaf commits to",
                            "log entry: a disclosed field is not what the leaf commits to");
                });
    }

    private void checkValue(String name, String expected) {
        var opened = log.disclosed().get(name);
        findings.check(
                opened != null && opened.value().equals(expected),
                "log entry: " + name + " is the certificate's (" + expected + ")",
                "log entry: " + name + " is missing or not the certificate's");
    }

    private Optional<TreeHead> checkCheckpoint(PublicKeyFile logKey) {
        var note = SignedNote.parse(log.checkpoint());
        var head = note.flatMap(n -> TreeHead.parse(n.text()));
        if (note.isEmpty() || head.isEmpty()) {
            findings.fails("checkpoint: is not a signed tree head");
            return Optional.empty();
        }
        findings.check(
                note.get().isSignedBy(head.get().origin(), logKey),
                "checkpoint: signed by " + head.get().origin() + " (" + logKey.fingerprint() + ")",
                "checkpoint: not signed with the log key given, or changed");
        return head;
    }

    private void checkProof(byte[] leaf, TreeHead head) {
        var hashes = new ArrayList<byte[]>();
        for (var text : log.hashes()) {
            var hash = Strict.base64(text);
            if (hash.isEmpty() || hash.get().length != HASH_LENGTH) {
                findings.fails("inclusion proof: holds something that is not a hash");
                return;
            }
            hashes.add(hash.get());
        }
        boolean leads =
                new InclusionProof(List.copyOf(hashes))
                        .leadsTo(
                                head.root(),
                                log.index(),
                                head.size(),
                                InclusionProof.leafHash(leaf));
        findings.check(
                leads,
                "inclusion proof: entry "
                        + log.index()
                        + " of "
                        + head.size()
                        + " leads to the root",
                "inclusion proof: does not lead from the entry to the checkpoint's root");
    }
}
