package io.jikim.verifier;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// The command line of a witness.
///
/// @param logs files with the verifier keys of the logs that it cosigns
/// @param published where its own key is written for those who want to know it
record AskedWitness(
        String name, Path state, List<Path> logs, Optional<Path> published, String host, int port) {
    private static final String USAGE =
            "usage: Witness --name NAME --state DIRECTORY --log FILE [--log FILE]…"
                    + " [--listen HOST:PORT] [--publish FILE]";
    private static final Pattern ADDRESS =
            Pattern.compile("(\\[[0-9a-fA-F:.]+]|[^:]+):([0-9]{1,5})");
    private static final int MOST = 65_535;

    AskedWitness {
        logs = List.copyOf(logs);
    }

    static AskedWitness parse(List<String> args) throws Malformed {
        var options = new HashMap<String, String>();
        var logs = new ArrayList<Path>();
        for (int i = 0; i < args.size(); i += 2) {
            var option = args.get(i);
            if (i + 1 == args.size()) {
                throw new Malformed(USAGE);
            }
            var value = args.get(i + 1);
            switch (option) {
                case "--log" -> logs.add(path(value));
                case "--name", "--state", "--listen", "--publish" -> {
                    if (options.put(option, value) != null) {
                        throw new Malformed(USAGE);
                    }
                }
                default -> throw new Malformed(USAGE);
            }
        }
        if (logs.isEmpty() || !options.containsKey("--name") || !options.containsKey("--state")) {
            throw new Malformed(USAGE);
        }
        return of(options, logs);
    }

    private static AskedWitness of(HashMap<String, String> options, List<Path> logs)
            throws Malformed {
        var name = options.getOrDefault("--name", "");
        if (!name.matches("[^\\s+]+")) {
            throw new Malformed("a witness's name has no space and no plus");
        }
        var address = ADDRESS.matcher(options.getOrDefault("--listen", "127.0.0.1:8087"));
        if (!address.matches() || Integer.parseInt(address.group(2)) > MOST) {
            throw new Malformed("--listen wants HOST:PORT");
        }
        return new AskedWitness(
                name,
                path(options.getOrDefault("--state", "")),
                logs,
                options.containsKey("--publish")
                        ? Optional.of(path(options.getOrDefault("--publish", "")))
                        : Optional.empty(),
                address.group(1),
                Integer.parseInt(address.group(2)));
    }

    private static Path path(String text) throws Malformed {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new Malformed("not a path");
        }
    }
}
