package io.jikim.verifier;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The command line. Keys never come from the file: by default they are the local stack's published
/// ones.
record Asked(Path file, Path key, Path logKey) {
    private static final String USAGE = "usage: Verify FILE [--key FILE] [--log-key FILE]";
    private static final Path DEFAULT_KEY = Path.of(".jikim", "keys", "certificate.pub.pem");

    static Asked parse(List<String> args) throws Malformed {
        Path file = null;
        Path key = null;
        Path logKey = null;
        for (int i = 0; i < args.size(); i++) {
            switch (args.get(i)) {
                case "--key" -> key = valueAt(++i, args, key);
                case "--log-key" -> logKey = valueAt(++i, args, logKey);
                default -> file = fileAt(i, args, file);
            }
        }
        if (file == null) {
            throw new Malformed(USAGE);
        }
        var certificateKey = key == null ? defaultKey() : key;
        return new Asked(
                file,
                certificateKey,
                logKey == null ? certificateKey.resolveSibling("log.pub.pem") : logKey);
    }

    private static Path defaultKey() {
        var directory = System.getenv("JIKIM_KEYS_DIR");
        return directory == null ? DEFAULT_KEY : Path.of(directory, "certificate.pub.pem");
    }

    private static Path valueAt(int i, List<String> args, @Nullable Path before) throws Malformed {
        if (before != null || i >= args.size()) {
            throw new Malformed(USAGE);
        }
        return path(args.get(i));
    }

    private static Path fileAt(int i, List<String> args, @Nullable Path before) throws Malformed {
        if (before != null || args.get(i).startsWith("--")) {
            throw new Malformed(USAGE);
        }
        return path(args.get(i));
    }

    private static Path path(String text) throws Malformed {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new Malformed("not a path");
        }
    }
}
