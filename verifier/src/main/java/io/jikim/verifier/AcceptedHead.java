package io.jikim.verifier;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/// The file that remembers the checkpoint accepted last, as the log signed it.
record AcceptedHead(Path file) {

    /// Empty the first time.
    Optional<SignedHead> last(VerifierKey key) throws Malformed {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try (var in = Files.newInputStream(file)) {
            return Optional.of(SignedHead.read(in.readNBytes(SignedHead.LONGEST), key));
        } catch (IOException e) {
            throw new Malformed("the state file cannot be read: " + file);
        } catch (DoesNotHold e) {
            throw new Malformed(
                    "the state file has no checkpoint that this log's key signed: " + file);
        }
    }

    /// Replaces the file whole, so that none is ever half written.
    void accept(SignedHead head) throws Malformed {
        try {
            var directory = file.toAbsolutePath().getParent();
            var fresh = Files.createTempFile(directory, "checkpoint", ".new");
            try {
                Files.writeString(fresh, head.note(), StandardCharsets.UTF_8);
                replace(fresh);
            } finally {
                Files.deleteIfExists(fresh);
            }
        } catch (IOException e) {
            throw new Malformed("the state file cannot be written: " + file);
        }
    }

    private void replace(Path fresh) throws IOException {
        try {
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
