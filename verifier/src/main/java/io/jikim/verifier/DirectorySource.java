package io.jikim.verifier;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// A log laid out as files.
record DirectorySource(Path directory) implements PathSource {

    @Override
    public Optional<byte[]> read(String path, int limit) throws Malformed {
        var file = directory.resolve(path);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        // a pipe or a device might never end
        if (!Files.isRegularFile(file)) {
            throw new Malformed(path + " is not a file");
        }
        try (var in = Files.newInputStream(file)) {
            var bytes = in.readNBytes(limit + 1);
            if (bytes.length > limit) {
                throw new Malformed(path + " is longer than " + limit + " bytes; given up");
            }
            return Optional.of(bytes);
        } catch (IOException e) {
            throw new Malformed(path + " cannot be read");
        }
    }
}
