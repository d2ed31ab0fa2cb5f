package io.jikim.testkit.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.jikim.testkit.stack.LocalStack;
import java.net.URI;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Requests made from the service's own OpenAPI document, wrong in many ways: each is answered as
/// the document says, tells nothing about the inside, and leaves nothing behind when it is refused.
///
/// Seeded, so that a failure can be run again: `-Djikim.fuzz.seed=…`, `-Djikim.fuzz.cases=…` per
/// operation.
public abstract class FuzzContract {
    private static final AccessMatrix MATRIX = AccessMatrix.read();
    private static final long SEED = Long.getLong("jikim.fuzz.seed", 20261125L);
    private static final int CASES = Integer.getInteger("jikim.fuzz.cases", 30);
    private static final Pattern INSIDE =
            Pattern.compile(
                    "Exception|\\bat [a-z]+\\.[a-z.]+\\(|io\\.jikim|org\\.postgres|hibernate|jdbc:[a-z]+://|"
                            + "SQLSTATE|insert into|select .* from",
                    Pattern.CASE_INSENSITIVE);

    private final String service;
    private final String database;
    private final ApiDocument document;

    protected FuzzContract(String service, String database) {
        this.service = service;
        this.database = database;
        this.document = ApiDocument.of(service);
    }

    /// Where the service answers.
    protected abstract URI address();

    /// A tenant with something in it, so that requests reach the rules.
    protected abstract String tenant();

    @Test
    void whatever_comes_is_answered_as_the_document_says_and_leaves_no_half_behind()
            throws SQLException {
        List<String> faults = new ArrayList<>();
        List<String> refused = new ArrayList<>();
        var tenant = tenant();
        for (var operation : document.operations()) {
            var random = new Random(SEED ^ operation.line().hashCode());
            for (int i = 0; i < CASES; i++) {
                var call = made(operation, random, tenant);
                var answer = new Wire(address()).send(call);
                fault(operation, answer).stream()
                        .map(fault ->
                                "%s: %s%n    %s %s"
                                        .formatted(
                                                operation.line(),
                                                fault,
                                                call.target(),
                                                call.body()))
                        .forEach(faults::add);
                if (answer.status() >= 400 && operation.writes()) {
                    refused.add(call.headers().get("Idempotency-Key"));
                }
            }
        }
        assertThat(faults).as("seed %d, %d cases for each operation", SEED, CASES).isEmpty();
        assertThat(kept(refused)).as("keys kept of requests that were refused").isZero();
    }

    private Call made(ApiOperation operation, Random random, String tenant) {
        var values = new SchemaValues(document, random);
        var call = operation.probe();
        for (var parameter : operation.parameters()) {
            var value =
                    parameter.kind().equals("uuid") && random.nextInt(3) > 0
                            ? new UUID(random.nextLong(), random.nextLong()).toString()
                            : shortened(values.text());
            call =
                    switch (parameter.in()) {
                        // an empty one is another path
                        case "path" -> call.path(parameter.name(), value.isEmpty() ? "x" : value);
                        case "query" ->
                                random.nextBoolean() ? call.query(parameter.name(), value) : call;
                        default -> call;
                    };
        }
        if (operation.takesJson()) {
            call = call.body(values.of(document.body(operation)).toString());
        } else if (operation.body().isPresent()) {
            call = call.body(values.text() + ": [" + values.text());
        }
        var allowed = allowed(operation);
        return AccessContract.as(allowed.get(random.nextInt(allowed.size())), tenant, call);
    }

    /// A line of a request takes 4 KiB; the server cuts off what is longer without a word of ours.
    private static String shortened(String text) {
        return text.substring(0, Math.min(text.length(), 200));
    }

    private List<String> allowed(ApiOperation operation) {
        var row =
                MATRIX.rows(service).stream()
                        .filter(known -> known.operation().equals(operation.line()))
                        .findFirst()
                        .orElseThrow();
        return MATRIX.callers().stream()
                .filter(caller -> !caller.equals(AccessMatrix.NOBODY) && row.of(caller) != 403)
                .toList();
    }

    private static List<String> fault(ApiOperation operation, Wire.Answer answer) {
        List<String> faults = new ArrayList<>();
        if (answer.status() >= 500 && answer.status() != 503) {
            faults.add("answered " + answer.status());
        }
        if (!operation.statuses().contains(String.valueOf(answer.status()))) {
            faults.add("%d is not among %s".formatted(answer.status(), operation.statuses()));
        }
        if (answer.status() >= 400 && !answer.isProblem()) {
            faults.add("%d without a problem".formatted(answer.status()));
        }
        var inside = INSIDE.matcher(answer.body());
        if (answer.status() >= 400 && inside.find()) {
            faults.add("tells of the inside: " + inside.group());
        }
        return faults;
    }

    /// A key is kept by the transaction that did something.
    private long kept(List<String> keys) throws SQLException {
        try (var connection =
                        DriverManager.getConnection(LocalStack.shared().superuserUrl(database));
                var query =
                        connection.prepareStatement(
                                "select count(*) from idempotency where key = any(?)")) {
            query.setArray(1, connection.createArrayOf("text", keys.toArray()));
            try (var row = query.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }
}
