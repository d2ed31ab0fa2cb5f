package io.jikim.verifier;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;

/// The command line about one proof.
///
/// @param entry the bytes that are to stand in the log; the proof's extra data where it is absent
record AskedProof(Path file, Path key, Optional<Path> entry, Optional<Path> witness) {
    private static final String USAGE =
            "usage: VerifyProof FILE --key FILE [--entry FILE] [--witness FILE]";

    static AskedProof parse(List<String> args) throws Malformed {
        var options = new HashMap<String, Path>();
        Path file = null;
        for (int i = 0; i < args.size(); i++) {
            var arg = args.get(i);
            switch (arg) {
                case "--key", "--entry", "--witness" -> {
                    if (++i >= args.size() || options.put(arg, path(args.get(i))) != null) {
                        throw new Malformed(USAGE);
                    }
                }
                default -> {
                    if (file != null || arg.startsWith("--")) {
                        throw new Malformed(USAGE);
                    }
                    file = path(arg);
                }
            }
        }
        var key = options.get("--key");
        if (file == null || key == null) {
            throw new Malformed(USAGE);
        }
        return new AskedProof(
                file,
                key,
                Optional.ofNullable(options.get("--entry")),
                Optional.ofNullable(options.get("--witness")));
    }

    private static Path path(String text) throws Malformed {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new Malformed("not a path");
        }
    }
}
