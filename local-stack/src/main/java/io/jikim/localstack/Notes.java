package io.jikim.localstack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What the launcher and who asks about it tell each other through files beside the data.
///
/// - `stack.parts` a line `NAME=sentence` for each part that there is something to tell about
/// - `stack.heal` is put there by who wants that the launcher tries again what it gave up
record Notes(Path data) {

    /// Written apart and renamed: who reads the file reads all of it.
    void write(Map<String, Standing> standings) throws IOException {
        var lines = new ArrayList<String>();
        standings.forEach((name, standing) -> {
            if (!standing.sentence().isEmpty()) {
                lines.add(name + "=" + standing.sentence());
            }
        });
        var apart = data.resolve("stack.parts.new");
        Files.write(apart, lines);
        Files.move(apart, parts(), StandardCopyOption.ATOMIC_MOVE);
    }

    /// Sentences by the name of their part.
    Map<String, String> read() {
        var sentences = new LinkedHashMap<String, String>();
        for (var line : lines()) {
            var at = line.indexOf('=');
            sentences.put(line.substring(0, at), line.substring(at + 1));
        }
        return sentences;
    }

    private List<String> lines() {
        try {
            return Files.readAllLines(parts());
        } catch (IOException _) {
            return List.of(); // nothing is told yet
        }
    }

    /// Was it asked to try again? Says yes once for each time.
    boolean takeWish() {
        try {
            return Files.deleteIfExists(data.resolve("stack.heal"));
        } catch (IOException _) {
            return false;
        }
    }

    private Path parts() {
        return data.resolve("stack.parts");
    }
}
