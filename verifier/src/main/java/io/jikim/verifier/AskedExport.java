package io.jikim.verifier;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The command line about an export. The log's key is always asked for: one that comes with the
/// export proves nothing.
///
/// @param file the ZIP, or the lines of the proof alone
/// @param readable what stands beside lines of a proof
record AskedExport(Path file, Optional<Path> readable, Path key, boolean json) {
    private static final String USAGE = "usage: VerifyExport FILE [RECORDS] --key FILE [--json]";

    static AskedExport parse(List<String> args) throws Malformed {
        var files = new ArrayList<Path>();
        Optional<Path> key = Optional.empty();
        boolean json = false;
        for (int i = 0; i < args.size(); i++) {
            switch (args.get(i)) {
                case "--key" -> {
                    if (++i >= args.size() || key.isPresent()) {
                        throw new Malformed(USAGE);
                    }
                    key = Optional.of(path(args.get(i)));
                }
                case "--json" -> json = true;
                default -> files.add(path(args.get(i)));
            }
        }
        if (files.isEmpty() || files.size() > 2 || key.isEmpty()) {
            throw new Malformed(USAGE);
        }
        return new AskedExport(
                files.getFirst(), files.stream().skip(1).findFirst(), key.get(), json);
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
