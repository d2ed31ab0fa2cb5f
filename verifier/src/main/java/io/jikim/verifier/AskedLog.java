package io.jikim.verifier;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The command line about a log. Its key is always asked for: one that the log itself publishes
/// proves nothing.
///
/// @param valuesFrom in a database: entries below it may have been forgotten
/// @param witness whose cosignature the checkpoint must have
record AskedLog(
        String source,
        Path key,
        long from,
        long valuesFrom,
        Optional<Path> state,
        Optional<Path> witness,
        boolean json) {
    private static final String USAGE =
            "usage: VerifyLog DIRECTORY|ADDRESS|jdbc:postgresql:… --key FILE [--from INDEX]"
                    + " [--values-from INDEX] [--state FILE] [--witness FILE] [--json]";

    static AskedLog parse(List<String> args) throws Malformed {
        String source = null;
        boolean json = false;
        var options = new HashMap<String, String>();
        for (int i = 0; i < args.size(); i++) {
            var arg = args.get(i);
            switch (arg) {
                case "--key", "--from", "--values-from", "--state", "--witness" -> {
                    if (++i >= args.size() || options.put(arg, args.get(i)) != null) {
                        throw new Malformed(USAGE);
                    }
                }
                case "--json" -> json = true;
                default -> {
                    if (source != null || arg.startsWith("--")) {
                        throw new Malformed(USAGE);
                    }
                    source = arg;
                }
            }
        }
        if (source == null || !options.containsKey("--key")) {
            throw new Malformed(USAGE);
        }
        return of(source, options, json);
    }

    private static AskedLog of(String source, Map<String, String> options, boolean json)
            throws Malformed {
        var from = options.getOrDefault("--from", "0");
        return new AskedLog(
                source,
                path(options.getOrDefault("--key", "")),
                index(from),
                index(options.getOrDefault("--values-from", from)),
                file(options, "--state"),
                file(options, "--witness"),
                json);
    }

    private static Optional<Path> file(Map<String, String> options, String name) throws Malformed {
        var file = options.get(name);
        return file == null ? Optional.empty() : Optional.of(path(file));
    }

    boolean isDatabase() {
        return source.startsWith("jdbc:postgresql:");
    }

    boolean isRemote() {
        return source.startsWith("http://") || source.startsWith("https://");
    }

    URI address() throws Malformed {
        try {
            var address = new URI(source);
            if (address.getHost() == null
                    || address.getRawQuery() != null
                    || address.getRawFragment() != null
                    || address.getRawUserInfo() != null) {
                throw new Malformed("not the base address of a log: " + source);
            }
            return address;
        } catch (URISyntaxException e) {
            throw new Malformed("not an address: " + source);
        }
    }

    Path directory() throws Malformed {
        var directory = path(source);
        if (!Files.isDirectory(directory)) {
            throw new Malformed("there is no directory " + source);
        }
        return directory;
    }

    private static long index(String text) throws Malformed {
        if (!text.matches("0|[1-9][0-9]{0,17}")) {
            throw new Malformed("not the index of an entry: " + text);
        }
        return Long.parseLong(text);
    }

    private static Path path(String text) throws Malformed {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new Malformed("not a path");
        }
    }
}
