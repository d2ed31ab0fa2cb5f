package io.jikim.testkit.access;

import java.util.Locale;
import java.util.stream.Collectors;

/// The table as a page for people.
final class AccessPage {
    private AccessPage() {}

    static String of(AccessMatrix matrix) {
        var rows = matrix.rows();
        var page = new StringBuilder();
        page.append("# Who may use which operation\n\n");
        page.append(
                """
                Printed from `testkit/access-matrix.txt`, which is written by hand and asked of every service in its tests
                (`AccessTest`): each operation as each role, without a token, with bad tokens (expired, not valid yet, of another
                issuer or audience, unsigned, signed by a stranger), and about the things of another tenant.

                ✔ may; a dot is refused (403, or 401 for callers without a token). What a role sees is its own tenant's and no
                other's. `JIKIM_SERVICE` is one of our own services, which names the tenant it works for.

                """);
        page.append(
                "%d operations × %d kinds of callers = %d entries.\n"
                        .formatted(
                                rows.size(),
                                matrix.callers().size(),
                                rows.size() * matrix.callers().size()));
        for (var service : rows.stream().map(AccessMatrix.Row::service).distinct().toList()) {
            page.append("\n## ").append(service).append("\n\n| operation |");
            matrix.callers()
                    .forEach(caller -> page.append(' ').append(heading(caller)).append(" |"));
            page.append("\n|---|").append(":-:|".repeat(matrix.callers().size())).append('\n');
            matrix.rows(service).forEach(row -> page.append(line(matrix, row)));
        }
        return page.toString();
    }

    private static String heading(String caller) {
        return caller.toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String line(AccessMatrix matrix, AccessMatrix.Row row) {
        return matrix.callers().stream()
                .map(row::of)
                .map(status -> status == 403 || status == 401 ? "·" : "✔")
                .collect(Collectors.joining(" | ", "| `" + row.operation() + "` | ", " |\n"));
    }
}
