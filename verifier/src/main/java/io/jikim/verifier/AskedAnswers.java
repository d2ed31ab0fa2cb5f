package io.jikim.verifier;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The command line about answers. The log's key is always asked for.
///
/// @param subject whom the answers have to be about, where that is said
record AskedAnswers(List<Path> files, Path key, Optional<String> subject) {
    private static final String USAGE =
            "usage: VerifyAnswer FILE... --key FILE [--subject REFERENCE]";

    AskedAnswers {
        files = List.copyOf(files);
    }

    static AskedAnswers parse(List<String> args) throws Malformed {
        var files = new ArrayList<Path>();
        Optional<String> key = Optional.empty();
        Optional<String> subject = Optional.empty();
        for (int i = 0; i < args.size(); i++) {
            switch (args.get(i)) {
                case "--key" -> key = valueAt(++i, args, key);
                case "--subject" -> subject = valueAt(++i, args, subject);
                default -> files.add(path(args.get(i)));
            }
        }
        if (files.isEmpty() || key.isEmpty()) {
            throw new Malformed(USAGE);
        }
        return new AskedAnswers(files, path(key.get()), subject);
    }

    private static Optional<String> valueAt(int i, List<String> args, Optional<String> before)
            throws Malformed {
        if (before.isPresent() || i >= args.size()) {
            throw new Malformed(USAGE);
        }
        return Optional.of(args.get(i));
    }

    private static Path path(String text) throws Malformed {
        if (text.startsWith("--")) {
            throw new Malformed(USAGE);
        }
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new Malformed("not a path");
        }
    }
}
