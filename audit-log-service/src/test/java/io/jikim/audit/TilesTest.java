package io.jikim.audit;

import static io.jikim.audit.TileReader.checkpoint;
import static io.jikim.audit.TileReader.found;
import static io.jikim.audit.TileReader.get;
import static io.jikim.audit.TileReader.header;
import static io.jikim.audit.TileReader.path;
import static io.jikim.audit.TileReader.send;
import static io.jikim.audit.TileReader.verified;
import static org.assertj.core.api.Assertions.assertThat;

import io.jikim.audit.application.AppendFacts;
import io.jikim.audit.application.port.LogMoved;
import io.jikim.audit.domain.Hash;
import io.jikim.audit.domain.Tile;
import io.jikim.audit.domain.TileAddress;
import io.jikim.testkit.stack.LocalStack;
import io.jikim.testkit.stack.Stack;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(
        value = Stack.class,
        initArgs = @ResourceArg(name = "service", value = "audit-log-service"))
class TilesTest {
    @Inject AppendFacts appendFacts;

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 1})
    void a_verifier_can_read_the_whole_log_at_each_size_around_the_edge_of_a_tile(int beyond)
            throws SQLException {
        try (var held = hold(beyond)) {
            assertThat(verified(checkpoint())).isEqualTo(held.size());
        }
    }

    @Test
    void what_an_earlier_checkpoint_covers_stays_readable_in_its_width() throws SQLException {
        String earlier;
        TileAddress open;
        byte[] hashes;
        byte[] leaves;
        try (var held = hold(-1)) {
            earlier = checkpoint();
            open = new TileAddress(0, held.size() / Tile.WIDTH, 255);
            hashes = found(get(open));
            leaves = found(get("entries/" + open.place()));
        }

        append(2);

        var full = new TileAddress(0, open.index(), Tile.WIDTH);
        assertThat(found(get(full))).startsWith(hashes);
        assertThat(found(get("entries/" + full.place()))).startsWith(leaves);
        assertThat(found(get("entries/" + open.place()))).isEqualTo(leaves);
        for (int width = 1; width < Tile.WIDTH; width++) {
            assertThat(found(get(new TileAddress(0, open.index(), width))))
                    .isEqualTo(Arrays.copyOf(hashes, width * Hash.LENGTH));
        }
        verified(earlier);
    }

    @Test
    void a_tile_that_is_not_yet_full_has_no_full_path_and_no_more_than_it_has()
            throws SQLException {
        try (var held = hold(-2)) {
            assertNoMoreThanThereIs(held.size() / Tile.WIDTH);
        }
    }

    private static void assertNoMoreThanThereIs(long tile) {
        assertThat(get(new TileAddress(0, tile, 254)).statusCode()).isEqualTo(200);
        for (var nowhere :
                List.of(
                        new TileAddress(0, tile, Tile.WIDTH),
                        new TileAddress(0, tile, 255),
                        new TileAddress(0, tile + 1, 1),
                        new TileAddress(0, Long.MAX_VALUE, 1),
                        new TileAddress(1, 0, Tile.WIDTH),
                        new TileAddress(1, 0, (int) tile + 1),
                        new TileAddress(2, 0, 1),
                        new TileAddress(8, 0, 1),
                        new TileAddress(63, 0, Tile.WIDTH))) {
            assertUnknown(path(nowhere));
        }
        assertUnknown("entries/" + new TileAddress(0, tile, Tile.WIDTH).place());
        assertUnknown("entries/" + new TileAddress(0, tile, 255).place());
        assertUnknown("entries/" + new TileAddress(0, tile + 1, 1).place());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0/0",
                "0/0000",
                "0/x000/000",
                "0/000/000",
                "0/x000",
                "0/000/",
                "0/x000%2F000",
                "0%2F000",
                "0/000.p",
                "0/000.p/",
                "0/000.p/0",
                "0/000.p/01",
                "0/000.p/256",
                "0/000.p/1/",
                "0/000.p%2F1",
                "00/000",
                "64/000",
                "-1/000",
                "0x0/000",
                "x/000",
                "0/x018/x446/x744/x073/x709/x551/616",
                "0/x999/x999/x999/x999/x999/x999/x999/x999/x999/999",
                "entries/0",
                "entries/x000/000",
                "entries/000.p/0",
                "entries/000.p/256",
                "entries/000/",
                "entries",
                "0",
                "",
                "0/..%2F..%2Fkey",
                "0/%2e%2e%2f000",
                "0/000;a=b",
                "0/./000",
                "0//000",
                "/0/000",
                "%30/000",
                "0/%30%30%30",
                "0/000/../001",
                "0/000%20",
            })
    void another_spelling_is_nowhere(String path) {
        append(Tile.WIDTH);

        var answer = get(path);

        assertThat(answer.statusCode()).as(path).isEqualTo(404);
        assertThat(header(answer, "Content-Type")).startsWith("application/problem+json");
    }

    @Test
    void what_is_full_may_be_kept_for_ever_and_is_sent_as_it_is() {
        append(Tile.WIDTH + 1);
        long tile = (size() - 1) / Tile.WIDTH;

        for (var prefix : List.of("0/", "entries/")) {
            var full = send("GET", prefix + "000", "Accept-Encoding", "gzip, br");
            assertThat(header(full, "Content-Type")).isEqualTo("application/octet-stream");
            assertThat(header(full, "Cache-Control"))
                    .isEqualTo("public, max-age=31536000, immutable");
            assertThat(full.headers().map()).doesNotContainKey("content-encoding");

            var partial = get(prefix + new TileAddress(0, tile, 1).place());
            assertThat(header(partial, "Content-Type")).isEqualTo("application/octet-stream");
            assertThat(header(partial, "Cache-Control")).isEqualTo("public, max-age=60");

            var head = send("HEAD", prefix + "000");
            assertThat(head.statusCode()).isEqualTo(200);
            assertThat(head.body()).isEmpty();
            assertThat(header(head, "Cache-Control")).isEqualTo(header(full, "Cache-Control"));
            assertThat(header(head, "Content-Type")).isEqualTo(header(full, "Content-Type"));
        }
        assertThat(send("HEAD", "0/999").statusCode()).isEqualTo(404);

        var checkpoint = send("GET", "../checkpoint");
        assertThat(header(checkpoint, "Content-Type")).isEqualTo("text/plain;charset=utf-8");
        assertThat(header(checkpoint, "Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void what_is_not_committed_is_not_shown() {
        append(Tile.WIDTH);

        QuarkusTransaction.begin();
        TileAddress next;
        try {
            // from here on whoever else appends waits for us
            append(1);
            long size = size();
            next = new TileAddress(0, size / Tile.WIDTH, (int) (size % Tile.WIDTH) + 1);
            assertUnknown(path(next));
            assertUnknown("entries/" + next.place());
        } finally {
            QuarkusTransaction.rollback();
        }
        append(1);
        assertThat(get(next).statusCode()).isEqualTo(200);
    }

    @Test
    void whoever_has_a_checkpoint_finds_all_of_its_tiles_while_the_log_grows()
            throws InterruptedException, ExecutionException {
        append(1);
        try (var other = Executors.newSingleThreadExecutor()) {
            var growing = other.submit(() -> IntStream.range(0, 60).forEach(_ -> append(7)));
            int read = 0;
            while (!growing.isDone() || read == 0) {
                verified(checkpoint());
                read++;
            }
            growing.get();
        }
        verified(checkpoint());
    }

    @Test
    void a_verifier_has_a_larger_budget_than_others_and_a_robot_still_finds_its_end() {
        var robot = "203.0.113.99";
        int answered = 0;
        while (answered < 30_000
                && send("GET", "nothing/000", "X-Forwarded-For", robot).statusCode() == 404) {
            answered++;
        }

        // two for every 256 entries: a log of 700,000 and more
        assertThat(answered).isBetween(6_000, 29_999);
        assertThat(send("GET", "../key", "X-Forwarded-For", robot).statusCode()).isEqualTo(200);
    }

    /// The log at a size that nobody changes until this is closed: whoever appends waits for the
    /// row.
    private record Held(long size, Connection database) implements AutoCloseable {
        @Override
        public void close() throws SQLException {
            database.close();
        }
    }

    /// Grows the log to so many entries beyond the edge of a tile, and holds it there.
    private Held hold(int beyond) throws SQLException {
        while (true) {
            long edge = (size() / Tile.WIDTH + 2) * Tile.WIDTH;
            append((int) (edge + beyond - size()));
            var database = DriverManager.getConnection(LocalStack.shared().superuserUrl("audit"));
            database.setAutoCommit(false);
            try (var statement = database.createStatement();
                    var head = statement.executeQuery("select size from log_state for update")) {
                head.next();
                if (head.getLong(1) == edge + beyond) {
                    return new Held(edge + beyond, database);
                }
            }
            database.close();
        }
    }

    private void append(int count) {
        var facts = Facts.fresh(count);
        while (true) {
            try {
                appendFacts.append(facts);
                return;
            } catch (LogMoved _) {
                Thread.onSpinWait();
            }
        }
    }

    private static long size() {
        return Stored.number("select size from log_state");
    }

    private static void assertUnknown(String path) {
        var answer = get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(404);
        assertThat(header(answer, "Content-Type")).startsWith("application/problem+json");
        assertThat(header(answer, "Cache-Control")).isEqualTo("no-store");
        assertThat(new String(answer.body(), StandardCharsets.UTF_8)).contains("tile-unknown");
    }
}
