package io.jikim.verifier;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/// Whether the log's owner has stood for an entry in public, that of a certificate or any other:
/// entry, proof, checkpoint.
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

    /// That of a certificate.
    void check(Optional<String> certificateDigest, PublicKeyFile logKey) {
        var commitments = Strict.base64(log.leaf()).flatMap(Commitments::read);
        if (commitments.isEmpty()) {
            findings.fails("log entry: its leaf is not one of this log's format");
        } else {
            checkDisclosed(commitments.get());
        }
        checkValue("type", CERTIFIED);
        certificateDigest.ifPresent(digest -> checkValue("certificateDigest", digest));
        checkPlace(commitments, logKey);
    }

    /// Any other; says what is disclosed, and what is not.
    void check(PublicKeyFile logKey) {
        var commitments = Strict.base64(log.leaf()).flatMap(Commitments::read);
        if (commitments.isEmpty()) {
            findings.fails("log entry: its leaf is not one of this log's format");
        } else {
            sayDisclosed(commitments.get());
        }
        checkPlace(commitments, logKey);
    }

    private void checkPlace(Optional<Commitments> leaf, PublicKeyFile logKey) {
        var head = checkCheckpoint(logKey);
        if (leaf.isPresent() && head.isPresent()) {
            checkProof(leaf.get().leafHash(), head.get());
        }
    }

    private void sayDisclosed(Commitments commitments) {
        log.disclosed()
                .forEach((name, opened) ->
                        findings.check(
                                opens(commitments, name, opened),
                                "disclosed: "
                                        + Printable.text(name)
                                        + " is "
                                        + Printable.quoted(opened.value()),
                                "disclosed: a field is not what the leaf commits to"));
        var hidden = new TreeSet<>(commitments.byName().keySet());
        hidden.removeAll(log.disclosed().keySet());
        findings.holds(
                "not disclosed: "
                        + (hidden.isEmpty()
                                ? "nothing"
                                : Printable.text(String.join(", ", hidden))));
    }

    private static boolean opens(Commitments commitments, String name, LogPart.Disclosed opened) {
        return Strict.base64(opened.salt())
                .filter(salt -> salt.length == SALT_LENGTH)
                .filter(salt -> commitments.opens(name, salt, opened.value()))
                .isPresent();
    }

    private void checkDisclosed(Commitments commitments) {
        log.disclosed()
                .forEach((name, opened) ->
                        findings.check(
                                opens(commitments, name, opened),
                                "log entry: " + name + " is what the leaf commits to",
                                "log entry: a disclosed field is not what the leaf commits to"));
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

    private void checkProof(byte[] leafHash, TreeHead head) {
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
                        .leadsTo(head.root(), log.index(), head.size(), leafHash);
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
