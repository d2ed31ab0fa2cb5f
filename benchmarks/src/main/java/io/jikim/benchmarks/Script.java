package io.jikim.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The part of pgbench's script language that `limit.sql` uses: statements that end with `;` or
/// `\gset`, variables, and one `\set NAME random(FIRST, LAST)`.
record Script(String variable, int first, int last, List<Statement> statements) {

    /// SQL with a question mark for each variable. `keeps` says whether its columns become
    /// variables.
    record Statement(String sql, List<String> variables, boolean keeps) {

        Statement {
            variables = List.copyOf(variables);
        }

        private static final Pattern VARIABLE = Pattern.compile("(?<!:):([a-z_]+)");

        static Statement of(String text) {
            var keeps = text.endsWith("\\gset");
            var end = text.length() - (keeps ? "\\gset".length() : 1);
            var sql = text.substring(0, end).strip();
            var variables = VARIABLE.matcher(sql).results().map(found -> found.group(1)).toList();
            return new Statement(VARIABLE.matcher(sql).replaceAll("?"), variables, keeps);
        }
    }

    private static final Pattern RANDOM =
            Pattern.compile("\\\\set (\\w+) random\\((\\d+), (\\d+)\\)");

    Script {
        statements = List.copyOf(statements);
    }

    static Script parse(String text) {
        var random = RANDOM.matcher(text);
        if (!random.find()) {
            throw new IllegalArgumentException("no random variable");
        }
        var statements = new ArrayList<Statement>();
        var open = new StringBuilder();
        for (var line : text.lines().toList()) {
            if (line.startsWith("--") || line.startsWith("\\set")) {
                continue;
            }
            open.append(line).append('\n');
            var so = open.toString().strip();
            if (so.endsWith(";") || so.endsWith("\\gset")) {
                statements.add(Statement.of(so));
                open.setLength(0);
            }
        }
        return new Script(
                random.group(1),
                Integer.parseInt(random.group(2)),
                Integer.parseInt(random.group(3)),
                statements);
    }

    /// The same script as one transaction: it waits for the disk once, where the original waits
    /// three times.
    static String inOneTransaction(String text) {
        return "begin;\n"
                + text.lines()
                        .filter(line -> !line.equals("begin;") && !line.equals("commit;"))
                        .collect(Collectors.joining("\n"))
                + "\ncommit;\n";
    }
}
