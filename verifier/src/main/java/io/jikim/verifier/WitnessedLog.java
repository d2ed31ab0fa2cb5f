package io.jikim.verifier;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/// One log as a witness knows it: the newest head that it has cosigned, which is a file.
///
/// The file is read anew for each request: after a kill or a full disk there is only one truth.
final class WitnessedLog {
    private static final String READABLE = "rw-r--r--";

    private final VerifierKey key;
    private final Cosigner cosigner;
    private final Path newest;
    private final Path fork;

    WitnessedLog(VerifierKey key, Cosigner cosigner, Path directory) {
        this.key = key;
        this.cosigner = cosigner;
        this.newest = directory.resolve(hash(key.name()) + ".checkpoint");
        this.fork = directory.resolve(hash(key.name()) + ".fork");
    }

    /// Lowercase hex, by which a log's head is asked for.
    static String hash(String origin) {
        return HexFormat.of().formatHex(Sha256.of(origin.getBytes(StandardCharsets.UTF_8)));
    }

    String origin() {
        return key.name();
    }

    /// The newest head with both signatures; empty where none was cosigned.
    ///
    /// @throws Malformed if the file is not what this witness wrote
    Optional<SignedHead> newest() throws Malformed {
        if (!Files.exists(newest)) {
            return Optional.empty();
        }
        try {
            var head = SignedHead.read(Files.readAllBytes(newest), key);
            var note = SignedNote.parse(head.note());
            if (note.filter(cosigner.key()::hasCosigned).isEmpty()) {
                throw new Malformed("not cosigned by this witness: " + newest);
            }
            return Optional.of(head);
        } catch (IOException e) {
            throw new Malformed("cannot be read: " + newest);
        } catch (DoesNotHold e) {
            throw new Malformed("not signed by the log: " + newest);
        }
    }

    /// One at a time: between the look at the newest head and the new one on the disk nobody else
    /// may come.
    ///
    /// @param time in seconds since 1970
    synchronized Answer add(AddCheckpoint asked, long time) throws Malformed, IOException {
        SignedHead head;
        try {
            head = SignedHead.read(asked.checkpoint().getBytes(StandardCharsets.UTF_8), key);
        } catch (DoesNotHold e) {
            return new Answer.Refused(403, "the log's key has not signed this checkpoint");
        }
        if (asked.old().compareTo(head.head().size()) > 0) {
            return new Answer.Refused(400, "the old size is larger than the checkpoint's");
        }
        var known = newest();
        long size = known.map(SignedHead::size).orElse(0L);
        if (!asked.old().equals(BigInteger.valueOf(size))) {
            return new Answer.Conflict(size);
        }
        if (!continues(asked, head, known)) {
            keepFork(head, known);
            return new Answer.Refused(
                    422, "the " + size + " entries cosigned here are not shown as its beginning");
        }
        return cosign(head, time);
    }

    private static boolean continues(
            AddCheckpoint asked, SignedHead head, Optional<SignedHead> known) {
        if (head.size() == 0 && !Arrays.equals(head.root(), Sha256.of())) {
            return false;
        }
        if (asked.old().signum() == 0) {
            return asked.proof().isEmpty();
        }
        return new ConsistencyProof(asked.proof())
                .leads(asked.old(), known.orElseThrow().root(), head.head().size(), head.root());
    }

    private Answer cosign(SignedHead head, long time) throws IOException {
        var note = SignedNote.parse(head.note()).orElseThrow();
        var line = cosigner.line(note.text(), time);
        var own = "— " + key.name() + " ";
        var byTheLog = new StringBuilder();
        note.signatures()
                .lines()
                .filter(signed -> signed.startsWith(own))
                .forEach(signed -> byTheLog.append(signed).append('\n'));
        write(newest, note.text() + "\n" + byTheLog + line);
        return new Answer.Cosigned(line);
    }

    /// Two roots of one size that the log has signed prove by themselves what it did: the first
    /// such note is kept beside the newest.
    private void keepFork(SignedHead head, Optional<SignedHead> known) throws IOException {
        boolean sameSize = known.filter(k -> k.size() == head.size()).isPresent();
        if (sameSize && !Files.exists(fork)) {
            write(fork, head.note());
        }
    }

    private static void write(Path file, String note) throws IOException {
        DurableFile.write(file, note, PosixFilePermissions.fromString(READABLE));
    }
}
