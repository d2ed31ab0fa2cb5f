package io.jikim.testkit.access;

import io.jikim.testkit.stack.ProjectRoot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The table, written by hand, of what each role is answered by each operation:
/// `testkit/access-matrix.txt`.
///
/// An entry is the status of the answer to a request that is well-formed and names nothing that
/// exists, so 403 and 401 are refusals and everything else says that the caller may.
public final class AccessMatrix {
    static final String FILE = "testkit/access-matrix.txt";

    /// The column of callers without a token.
    public static final String NOBODY = "NOBODY";

    private final List<String> callers;
    private final List<Row> rows;

    private AccessMatrix(List<String> callers, List<Row> rows) {
        this.callers = callers;
        this.rows = rows;
    }

    /// One operation of one service, and the expected status for each caller.
    public record Row(String service, String operation, Map<String, Integer> expected) {

        public int of(String caller) {
            return Optional.ofNullable(expected.get(caller)).orElseThrow();
        }

        public boolean isPublic() {
            return of(NOBODY) != 401;
        }

        /// Some role that may use the operation.
        public String allowed() {
            return expected.entrySet().stream()
                    .filter(entry -> !entry.getKey().equals(NOBODY))
                    .filter(entry -> entry.getValue() != 403)
                    .map(Map.Entry::getKey)
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("nobody may " + operation));
        }
    }

    public static AccessMatrix read() {
        try (var lines = Files.lines(ProjectRoot.find().resolve(FILE))) {
            return parse(
                    lines.map(String::strip)
                            .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The roles in the order of the columns, and [#NOBODY].
    public List<String> callers() {
        return callers;
    }

    public List<Row> rows() {
        return rows;
    }

    public List<Row> rows(String service) {
        return rows.stream().filter(row -> row.service.equals(service)).toList();
    }

    static AccessMatrix parse(List<String> lines) {
        List<String> callers = List.of();
        List<Row> rows = new ArrayList<>();
        var service = "";
        for (var line : lines) {
            var words = List.of(line.split("\\s+"));
            if (words.getFirst().equals("callers")) {
                callers = words.subList(1, words.size());
            } else if (words.size() == 1) {
                service = line;
            } else {
                rows.add(row(service, callers, words));
            }
        }
        return new AccessMatrix(List.copyOf(callers), List.copyOf(rows));
    }

    private static Row row(String service, List<String> callers, List<String> words) {
        if (words.size() != callers.size() + 2) {
            throw new IllegalArgumentException(
                    "a verb, a path and %d statuses, not: %s".formatted(callers.size(), words));
        }
        Map<String, Integer> expected = new LinkedHashMap<>();
        for (int i = 0; i < callers.size(); i++) {
            expected.put(callers.get(i), Integer.parseInt(words.get(i + 2)));
        }
        return new Row(service, words.get(0) + " " + words.get(1), expected);
    }
}
