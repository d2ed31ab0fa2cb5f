package io.jikim.audit;

import static io.jikim.audit.TileReader.checkpoint;
import static io.jikim.audit.TileReader.found;
import static io.jikim.audit.TileReader.get;
import static io.jikim.audit.TileReader.verified;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import io.jikim.audit.application.AppendFacts;
import io.jikim.audit.application.BeginMonth;
import io.jikim.audit.application.ForgetQuiet;
import io.jikim.audit.application.Posting;
import io.jikim.audit.application.PruneLog;
import io.jikim.audit.application.ReadLog;
import io.jikim.audit.application.RecordAccesses;
import io.jikim.audit.application.ShredContent;
import io.jikim.audit.application.port.LogMoved;
import io.jikim.audit.application.port.Tallies;
import io.jikim.audit.domain.Fact;
import io.jikim.audit.domain.Hash;
import io.jikim.audit.domain.Leaf;
import io.jikim.audit.domain.MerkleHash;
import io.jikim.audit.domain.Numbered;
import io.jikim.audit.domain.ProofCheck;
import io.jikim.audit.domain.RecordClass;
import io.jikim.audit.domain.Secret;
import io.jikim.audit.domain.Tile;
import io.jikim.audit.domain.TileAddress;
import io.jikim.audit.domain.Told;
import io.jikim.platform.access.Tenant;
import io.jikim.platform.access.TenantScope;
import io.jikim.platform.crypto.BusSeal;
import io.jikim.platform.messaging.Transience;
import io.jikim.testkit.tokens.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@QuarkusTest
@TestProfile(AgedLog.class)
class AgedLogTest {
    private static final Stored LOG = Stored.in(AgedLog.DATABASE);
    private static final String FROM = "{\"from\":\"203.0.113.7\"}";

    @Inject AppendFacts appendFacts;
    @Inject RecordAccesses recordAccesses;
    @Inject BeginMonth beginMonth;
    @Inject ShredContent shredContent;
    @Inject PruneLog pruneLog;
    @Inject ReadLog readLog;
    @Inject BusSeal seal;
    @Inject Tallies tallies;
    @Inject ForgetQuiet forgetQuiet;

    @TempDir Path directory;

    @Test
    void what_is_over_is_gone_and_the_log_still_verifies() {
        var subject = UUID.randomUUID();
        var access = access("t", "staff-" + subject, subject);
        append(List.of(access));
        var where = "where index = " + indexOf(access);
        var secret = LOG.one("select encode(secret, 'hex') from disclosure " + where);
        var leaf = LOG.one("select encode(leaf, 'hex') from entry " + where);
        LOG.change(
                "insert into restricted_subject values ('t', '"
                        + subject
                        + "', '"
                        + subject
                        + "', now())");
        assertThat(stands(secret)).isTrue();

        AgedLog.age("1 year 1 day");
        shred();

        for (var value : List.of(secret, subject.toString(), "staff-" + subject)) {
            assertThat(stands(value)).as(value).isFalse();
        }
        assertThat(LOG.one("select encode(leaf, 'hex') from entry " + where)).isEqualTo(leaf);
        assertHolds(LOG.count("select min(first_index) from log_month"));
        prove(access).statusCode(404).body("code", equalTo("entry-unknown"));
    }

    @Test
    void what_was_posted_keeps_its_place_when_it_is_told_again_after_its_content_has_gone() {
        var told = Told.posted(UUID.randomUUID(), "t", "kim", Instant.EPOCH, "client:crm");
        var deed = new Fact.Deed("kim", "AGENT", "READ", "customer", "CUSTOMER_REQUEST");
        var access =
                new Fact.Access(
                        told, deed, List.of(UUID.randomUUID()), new Fact.Origin("", Map.of()));
        var posting = List.of(new Posting(List.of(access), Set.of()));
        var first = recordAccesses.record(posting);

        AgedLog.age("1 year 1 day");
        shred();

        assertThat(isOpen(access)).isFalse();
        assertThat(recordAccesses.record(posting)).isEqualTo(first);
    }

    /// With the secret an address is found by trying; without it each of them is as likely as
    /// before, because 128 bits that are nowhere any more went into the hash.
    @Test
    void nobody_finds_an_address_by_trying_all_of_them() {
        var access = access("t", "staff-1", UUID.randomUUID());
        append(List.of(access));
        var where = "where index = " + indexOf(access);
        var secret = Secret.of(LOG.bytes("secret", "from disclosure " + where));
        assertThat(guesses(List.of(secret.salt("from")))).anyMatch(isIn(access));

        AgedLog.age("1 year 1 day");
        shred();

        var whatIsLeft = new ArrayList<byte[]>();
        whatIsLeft.add(new byte[0]);
        whatIsLeft.add(new byte[Secret.SALT_LENGTH]);
        whatIsLeft.add(Arrays.copyOf(LOG.bytes("leaf_hash", "from entry " + where), 16));
        LOG
                .all("select encode(secret, 'base64') from disclosure order by index desc limit 3")
                .stream()
                .map(other -> Secret.of(Base64.getMimeDecoder().decode(other)).salt("from"))
                .forEach(whatIsLeft::add);
        assertThat(guesses(whatIsLeft)).noneMatch(isIn(access));
    }

    @Test
    void who_was_quiet_for_half_a_year_is_not_counted_any_more() {
        var actor = "staff-" + UUID.randomUUID();
        tallies.come(List.of(new Numbered("/consent-service", "t", actor, 1, 1)));
        assertThat(forgetQuiet.forget()).isFalse();
        assertThat(stands(actor)).isTrue();

        LOG.change(
                "update heard_numbers set day = day - 181 where subject = '%s'".formatted(actor));

        assertThat(forgetQuiet.forget()).isTrue();
        assertThat(stands(actor)).isFalse();
    }

    @Test
    void each_class_ends_after_the_last_day_of_its_own_period() {
        var facts =
                Map.of(
                        RecordClass.ACCESS, access("t", "staff-1", UUID.randomUUID()),
                        RecordClass.ACCESS_TWO_YEARS, access("many", "staff-1", UUID.randomUUID()),
                        RecordClass.AUTHORITY, lifecycle("io.jikim.authority.revoked.v1"),
                        RecordClass.EVIDENCE, lifecycle("io.jikim.consent.withdrawn.v1"));
        append(List.copyOf(facts.values()));
        var periods =
                Map.of(
                        RecordClass.ACCESS, "1 year",
                        RecordClass.ACCESS_TWO_YEARS, "2 years",
                        RecordClass.AUTHORITY, "3 years",
                        RecordClass.EVIDENCE, "5 years");
        for (var recordClass : RecordClass.values()) {
            var fact = facts.get(recordClass);
            takenIn("'" + periods.get(recordClass) + "' + interval '1 hour'");
            shred();
            assertThat(isOpen(fact)).as(recordClass + " on its last day").isTrue();

            takenIn("'" + periods.get(recordClass) + "' - interval '1 second'");
            shred();
            assertThat(isOpen(fact)).as(recordClass + " on the day after").isFalse();
        }
    }

    @Test
    void the_database_asks_for_as_much_as_the_law_of_each_class() {
        for (var recordClass : RecordClass.values()) {
            assertThat(
                            LOG.one(
                                    "select least = interval '%s' from record_class where class = '%s'"
                                            .formatted(recordClass.least(), recordClass)))
                    .isEqualTo("t");
        }
        assertThat(LOG.count("select count(*) from record_class"))
                .isEqualTo(RecordClass.values().length);
    }

    @Test
    void not_even_who_may_destroy_can_destroy_before_the_law_allows_it() {
        var access = access("t", "staff-1", UUID.randomUUID());
        append(List.of(access));

        LOG.change("set role aged_pruner; select shred('ACCESS', interval '-1 day', 1000000)");

        assertThat(isOpen(access)).isTrue();
    }

    @Test
    void a_month_that_says_nothing_any_more_leaves_the_log_and_what_was_proven_stays_proven()
            throws IOException, InterruptedException {
        var early = accesses(700);
        append(early);
        // what is told until the next whole tile belongs to the month before
        append(accesses(wholeTile()));
        var oldProof = prove(early.get(300)).statusCode(200).extract().jsonPath();
        AgedLog.age("6 years");
        beginMonth();
        assertThat(beginMonth.begin()).isFalse();
        var late = accesses(1_000);
        append(late.subList(0, 500));
        var between = checkpoint().split("\n", -1);
        append(late.subList(500, 1_000));
        long cut = LOG.count("select max(first_index) from log_month");
        assertThat(cut % Tile.WIDTH).isZero();
        long before = size();

        shred();
        while (pruneLog.prune()) {}

        assertThat(readLog.minimumIndex()).isEqualTo(cut);
        given().get("/v1/log/minimum-index").then().statusCode(200).body(equalTo(cut + "\n"));
        assertThat(size()).isLessThan(before);
        assertGone(cut / Tile.WIDTH - 1);
        assertHolds(cut);
        assertThat(verifyLog(0)).contains("is missing");
        assertProven(oldProof);
        System.out.printf(
                "pruned below %d: %,d KiB on disk before, %,d after; the proof of entry %s made before still leads to its checkpoint%n",
                cut, before / 1024, size() / 1024, oldProof.getString("entry.index"));
        assertProven(prove(late.get(999)).statusCode(200).extract().jsonPath());
        assertThat(appendFacts.append(late)).isZero();
        append(accesses(300));
        assertHolds(cut);
        var now = checkpoint().split("\n", -1);
        assertThat(
                        ProofCheck.consistent(
                                Long.parseLong(between[1]),
                                Long.parseLong(now[1]),
                                hash(between[2]),
                                hash(now[2]),
                                consistency(between[1], now[1])
                                        .statusCode(200)
                                        .extract()
                                        .jsonPath()
                                        .getList("hashes", String.class)
                                        .stream()
                                        .map(AgedLogTest::hash)
                                        .toList()))
                .isTrue();
        consistency(Long.toString(cut - 1), now[1])
                .statusCode(410)
                .body("code", equalTo("size-pruned"));
    }

    @Test
    void nothing_is_pruned_while_one_value_in_it_can_be_disclosed() {
        append(
                Stream.concat(
                                accesses(300).stream(),
                                Stream.of(lifecycle("io.jikim.consent.given.v1")))
                        .toList());
        AgedLog.age("2 years");
        beginMonth();
        append(accesses(1));
        long minimum = readLog.minimumIndex();
        shred();

        assertThat(LOG.count("select count(*) from log_month")).isGreaterThan(1);
        while (pruneLog.prune()) {}

        assertThat(LOG.count("select count(*) from disclosure where class = 'EVIDENCE'"))
                .isPositive();
        assertHolds(readLog.minimumIndex());
        assertThat(readLog.minimumIndex()).isGreaterThanOrEqualTo(minimum);
        assertThat(LOG.count("select count(*) from log_month")).isGreaterThan(1);
    }

    @Test
    void months_begin_while_others_append() throws InterruptedException, ExecutionException {
        append(accesses(10));
        try (var other = Executors.newSingleThreadExecutor()) {
            var growing =
                    other.submit(() -> IntStream.range(0, 60).forEach(_ -> append(accesses(50))));
            long before = LOG.count("select max(first_index) from log_month");
            while (!growing.isDone()) {
                LOG.change("update log_month set month = month - interval '1 month'", "log_month");
                beginMonth();
            }
            growing.get();
            assertThat(LOG.count("select max(first_index) from log_month")).isGreaterThan(before);
        }
        assertHolds(readLog.minimumIndex());
    }

    @Test
    void while_the_end_of_a_month_is_proven_what_stands_before_it_is_stored_and_the_rest_waits() {
        append(accesses(1));
        // at least one place is left before the end
        append(accesses(wholeTile() + 3));
        LOG.change("update log_month set month = month - interval '1 month'", "log_month");
        assertThat(beginMonth.begin()).isTrue();
        long end = LOG.count("select max(ends) from log_month");
        int room = (int) (end - LOG.count("select size from log_state"));
        assertThat(room).isBetween(1, Tile.WIDTH);

        assertThat(appendFacts.append(accesses(room))).isEqualTo(room);
        var late = accesses(1);
        assertThatThrownBy(() -> appendFacts.append(late)).matches(Transience::of);

        beginMonth();
        assertThat(LOG.count("select max(first_index) from log_month")).isEqualTo(end);
        append(late);
        assertThat(indexOf(late.getFirst())).isEqualTo(end);
        assertHolds(readLog.minimumIndex());
    }

    private void beginMonth() {
        while (beginsMonth()) {}
    }

    /// A step that did not get its lock is tried again.
    private boolean beginsMonth() {
        try {
            return beginMonth.begin();
        } catch (RuntimeException e) {
            if (!Transience.of(e)) {
                throw e;
            }
            return true;
        }
    }

    private void shred() {
        for (var recordClass : RecordClass.values()) {
            while (shredContent.shred(recordClass)) {}
        }
    }

    /// Everything was taken in at this hour of a day in Korea.
    private static void takenIn(String when) {
        LOG.change(
                "update checkpoint set signed_at = (date_trunc('day', now() at time zone 'Asia/Seoul') - interval "
                        + when
                        + ") at time zone 'Asia/Seoul'",
                "checkpoint");
    }

    private void append(List<Fact> facts) {
        while (true) {
            try {
                appendFacts.append(facts);
                return;
            } catch (RuntimeException e) {
                // somebody else was faster, or a month is being ended
                if (!(e instanceof LogMoved) && !Transience.of(e)) {
                    throw e;
                }
                Thread.onSpinWait();
            }
        }
    }

    private List<Fact> accesses(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> access("t", "staff-" + i % 7, UUID.randomUUID()))
                .toList();
    }

    private Fact access(String tenant, String actor, UUID subject) {
        var deed = new Fact.Deed(actor, "STAFF", "READ", "people/profile", "CUSTOMER_REQUEST");
        var sealed =
                TenantScope.call(
                        new Tenant(tenant),
                        () -> seal.seal("access.recorded", FROM.getBytes(StandardCharsets.UTF_8)));
        var origin =
                new Fact.Origin(
                        Base64.getEncoder().encodeToString(sealed), Map.of("from", "203.0.113.7"));
        return new Fact.Access(
                told(tenant, "io.jikim.access.recorded.v1"), deed, List.of(subject), origin);
    }

    private static Fact lifecycle(String type) {
        return new Fact.Lifecycle(told("t", type), "{}", Map.of());
    }

    private static Told told(String tenant, String type) {
        return new Told(UUID.randomUUID(), tenant, type, "s", Instant.EPOCH, "/test", "1/1");
    }

    private static int wholeTile() {
        return (int) (Tile.WIDTH - LOG.count("select size from log_state") % Tile.WIDTH);
    }

    private static long indexOf(Fact fact) {
        return LOG.count("select index from entry where event_id = '" + fact.told().event() + "'");
    }

    private static boolean isOpen(Fact fact) {
        return LOG.count("select count(*) from disclosure where index = " + indexOf(fact)) == 1;
    }

    /// Looks for a value in every row of every table.
    private static boolean stands(String value) {
        return LOG
                .all(
                        "select table_name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'")
                .stream()
                .anyMatch(table ->
                        LOG.count(
                                        "select count(*) from "
                                                + table
                                                + " t where t::text like '%"
                                                + value
                                                + "%'")
                                > 0);
    }

    /// What `from` of a leaf would be for each address of a network, under each of these salts.
    private static Stream<Hash> guesses(List<byte[]> salts) {
        return IntStream.range(0, 1 << 16)
                .mapToObj(host -> "203.0." + (host >> 8) + "." + (host & 0xff))
                .flatMap(address -> salts.stream().map(salt -> Leaf.commit("from", salt, address)));
    }

    private static Predicate<Hash> isIn(Fact fact) {
        var leaf = LOG.one("select encode(leaf, 'hex') from entry where index = " + indexOf(fact));
        return guess -> leaf.contains(guess.toString()) || leaf.contains(sealed(guess).toString());
    }

    /// What a leaf has where the address alone was sealed.
    private static Hash sealed(Hash from) {
        var fields = new TreeMap<>(Map.of("from", from));
        return new Leaf(fields, fields).logged().sealed().orElseThrow();
    }

    private static long size() {
        return LOG.count(
                "select sum(pg_total_relation_size(oid)) from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace");
    }

    private static void assertGone(long tile) {
        var full = new TileAddress(0, tile, Tile.WIDTH);
        for (var path :
                List.of(
                        TileReader.path(full),
                        "0/" + full.place() + ".p/3",
                        "entries/" + full.place())) {
            assertThat(get(path).statusCode()).as(path).isEqualTo(404);
        }
        assertThat(found(get(new TileAddress(1, 0, (int) tile + 1))))
                .hasSize((int) (tile + 1) * Hash.LENGTH);
    }

    /// By what an auditor runs, which shares no code with this service.
    private void assertHolds(long minimumIndex) {
        if (minimumIndex == 0) {
            verified(checkpoint());
        }
        assertThat(verifyLog(minimumIndex)).contains("This log holds.");
    }

    private String verifyLog(long from) {
        try {
            var key =
                    Files.writeString(directory.resolve("log.vkey"), readLog.verifierKey() + "\n");
            var process =
                    new ProcessBuilder(
                                    Path.of(System.getProperty("java.home"), "bin", "java")
                                            .toString(),
                                    "-cp",
                                    classPath(),
                                    "io.jikim.verifier.VerifyLog",
                                    "http://localhost:" + RestAssured.port + "/v1/log",
                                    "--key",
                                    key.toString(),
                                    "--from",
                                    Long.toString(from))
                            .redirectErrorStream(true)
                            .start();
            var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor())
                    .as(said)
                    .isEqualTo(said.contains("This log holds.") ? 0 : 1);
            return said;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String classPath() {
        return System.getProperty(
                "surefire.test.class.path", System.getProperty("java.class.path"));
    }

    private static ValidatableResponse prove(Fact fact) {
        return given().auth()
                .oauth2(TestTokens.forService("retention-service").token())
                .header("Jikim-Tenant", fact.told().tenant())
                .get("/v1/log/proofs/" + fact.told().event())
                .then();
    }

    private static ValidatableResponse consistency(String from, String to) {
        return given().auth()
                .oauth2(TestTokens.forService("retention-service").token())
                .header("Jikim-Tenant", "t")
                .get("/v1/log/consistency?from=" + from + "&to=" + to)
                .then();
    }

    private static void assertProven(JsonPath bundle) {
        var lines = bundle.getString("checkpoint").split("\n", -1);
        var leaf = MerkleHash.leaf(ShownLeaf.logged(bundle.getString("entry.leaf")));
        assertThat(
                        ProofCheck.includes(
                                bundle.getLong("entry.index"),
                                Long.parseLong(lines[1]),
                                leaf,
                                bundle.getList("proof.hashes", String.class).stream()
                                        .map(AgedLogTest::hash)
                                        .toList(),
                                hash(lines[2])))
                .isTrue();
    }

    private static Hash hash(String base64) {
        return Hash.of(Base64.getDecoder().decode(base64));
    }
}
