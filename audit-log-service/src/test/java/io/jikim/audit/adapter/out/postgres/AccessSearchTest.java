package io.jikim.audit.adapter.out.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.jikim.audit.application.port.Wanted;
import io.jikim.audit.application.port.Wanted.Filter;
import io.jikim.audit.application.port.Wanted.Times;
import io.jikim.platform.sql.Rows;
import io.jikim.testkit.stack.LocalStack;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Every combination of what can be looked for, in a log of five months and two tenants: found is
/// what stands there, along an index, and by reading a bounded number of rows.
class AccessSearchTest {
    private static final int MONTHS = 5;
    private static final int ENTRIES = 35 * 256;
    private static final int PAGE = 100;

    /// Records of a person and the rows they point to, and two blocks of each month to begin with.
    private static final long MOST_READ = 2L * AccessQuery.LOOK_AHEAD + MONTHS * 2 * 256;

    private static final UUID OFTEN = new UUID(0, 1);
    private static final UUID SELDOM = new UUID(0, 77);
    private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");
    private static final String SCHEMA =
            "searched_" + UUID.randomUUID().toString().replace("-", "");

    /// 9 of 10 entries are of tenant t; one in a hundred is told five hours late, one an hour
    /// early.
    private static final String ENTRY =
            """
            insert into disclosure (index, block, tenant, secret, fields, at, actor, action, source, class)
            select i, i >> 8, case when i % 10 = 3 then 'u' else 't' end, '',
                   json_build_object('event', gen_random_uuid(), 'filler', repeat('x', 200))::text,
                   timestamptz '%1$s' + make_interval(secs => i - case when i %% 100 = 50 then 18000 when i %% 100 = 70 then -3600 else 0 end),
                   case when i %% 7 <> 0 then case when i %% 1501 = 0 then 'seldom' else 'staff-' || i %% 40 end end,
                   case when i %% 7 <> 0 then case when i %% 997 = 0 then 'DOWNLOAD' when i %% 5 = 0 then 'SEARCH' else 'READ' end end,
                   case when i %% 7 <> 0 then case when i %% 1999 = 0 then '/outside' else '/shop-' || i %% 3 end end,
                   'ACCESS'
            from generate_series(%2$d::bigint, %3$d) i;
            insert into access_subject (tenant, subject, index)
            select tenant, case when index %% 3 = 0 then uuid '%4$s' else lpad(to_hex(index %% 500), 32, '0')::uuid end, index
            from disclosure where index >= %2$d and actor is not null
            on conflict do nothing;
            """
                    .replace("i % 10", "i %% 10");

    private static AgroalDataSource superuser;
    private static AgroalDataSource service;

    @BeforeAll
    static void grow_a_log() throws SQLException {
        var url = LocalStack.shared().superuserUrl("audit");
        Flyway.configure()
                .dataSource(url, null, null)
                .schemas(SCHEMA)
                .locations("filesystem:src/main/resources/db/migration")
                .load()
                .migrate();
        superuser = pool(url, "");
        // what is right for a log of millions is to be seen in one of thousands
        service =
                pool(
                        url,
                        "-c role=audit_app -c jikim.tenant=t -c random_page_cost=1.1"
                                + " -c max_parallel_workers_per_gather=0");
        run("grant usage on schema " + SCHEMA + " to audit_app, audit_pruner");
        for (int month = 0; month < MONTHS; month++) {
            long from = number("select max(first_index) from log_month");
            long end = from + ENTRIES;
            run(ENTRY.formatted(BEGIN, from, end - 1, OFTEN));
            run(
                    "select close_spans(array(select generate_series(%d::bigint, %d)))"
                            .formatted(from >> 8, (end >> 8) - 1));
            run("update log_state set size = " + end);
            if (month < MONTHS - 1) {
                run(
                        "alter table log_month disable trigger only_pruner; update log_month set"
                                + " month = '2020-01-01'; alter table log_month enable trigger"
                                + " only_pruner; set role audit_pruner; do $$ begin while begin_month()"
                                + " loop end loop; end $$; reset role");
            }
        }
        run("analyze");
    }

    @AfterAll
    static void close() throws SQLException {
        run("drop schema " + SCHEMA + " cascade");
        superuser.close();
        service.close();
    }

    @Test
    void finds_what_stands_there_in_its_order_and_once() {
        for (var filter : combinations()) {
            assertThat(all(filter)).as(filter.toString()).isEqualTo(standing(filter));
        }
    }

    @Test
    void goes_along_an_index_and_reads_a_bounded_number_of_rows() throws JsonProcessingException {
        for (var filter : combinations()) {
            var query = AccessQuery.of(filter);
            for (long first : List.of(0L, 2L * ENTRIES, MONTHS * ENTRIES - 10L)) {
                var stretch = Stretch.from(first);
                var page = query.recordsWith(stretch, PAGE + 1);
                assertBounded(filter, plan(query.records(), page), MOST_READ);
                assertBounded(filter, plan(query.last(), query.lastWith(stretch)), MOST_READ);
            }
        }
    }

    @Test
    void what_is_not_rare_is_found_by_reading_little_more_than_a_page()
            throws JsonProcessingException {
        for (var filter :
                List.of(
                        filter(OFTEN, null, null, null),
                        filter(null, "staff-2", null, null),
                        filter(null, null, "READ", null),
                        filter(null, null, null, "/shop-1"),
                        filter(null, null, null, null))) {
            var query = AccessQuery.of(filter);
            var values = query.recordsWith(Stretch.from(0), PAGE + 1);
            assertBounded(filter, plan(query.records(), values), 5 * PAGE + MONTHS * 2 * 256);
        }
    }

    @Test
    void passes_over_the_stretches_of_the_log_that_are_of_other_times()
            throws JsonProcessingException {
        var begin = BEGIN.plusSeconds(3L * ENTRIES);
        var times = new Times(Optional.of(begin), Optional.of(begin.plusSeconds(600)));
        var plan = plan(Stretch.FIND, Stretch.findWith(0, times));
        assertThat(read(plan)).isLessThan(5 * 256);

        var search = new AccessSearch(service);
        var filter = new Filter(none(), none(), none(), none(), times);
        var part = search.find(new Wanted(filter, -1), PAGE, row -> row.getLong(1), index -> index);
        assertThat(part.found()).hasSize(PAGE).isEqualTo(standing(filter).subList(0, PAGE));
    }

    @Test
    void a_time_is_looked_for_above_a_full_tile_of_tiles_too() {
        var late = BEGIN.plusSeconds(10_000_000);
        withSpans(
                600,
                "update span set earliest = '%1$s', latest = '%1$s' where index in (255, 256, 300, 512)"
                        .formatted(late),
                () -> {
                    var found = new ArrayList<Long>();
                    for (long from : new long[] {0, 1, 255, 256, 257, 300, 511, 512, 600}) {
                        found.add(stretch(from, late).first() >> 8);
                    }
                    assertThat(found)
                            .containsExactly(255L, 255L, 255L, 256L, 300L, 300L, 512L, 512L, 600L);
                    assertThat(stretch(0, late).end() >> 8).isEqualTo(257);
                    assertThat(stretch(600, late).atEnd()).isTrue();
                    assertThat(stretch(300, late).end() >> 8).isEqualTo(301);
                });
    }

    @Test
    void a_time_in_ten_million_entries_is_found_by_reading_few_of_40_000_spans() {
        var late = BEGIN.plusSeconds(10_000_000);
        withSpans(
                40_000,
                "update span set earliest = '%1$s', latest = '%1$s' where index in (35000, 35001, 39990)"
                        .formatted(late),
                () -> {
                    assertThat(stretch(0, late).first() >> 8).isEqualTo(35_000);
                    assertThat(stretch(0, late).end() >> 8).isEqualTo(35_002);
                    for (long from : new long[] {0, 35_002, 39_991}) {
                        var times = new Times(Optional.of(late), Optional.empty());
                        var plan = planned(Stretch.FIND, Stretch.findWith(from << 8, times));
                        assertThat(scans(plan))
                                .filteredOn(scan -> name(scan).equals("span"))
                                .isNotEmpty()
                                .noneMatch(
                                        scan -> scan.path("Node Type").asText().equals("Seq Scan"));
                        assertThat(read(plan)).as(plan.toString()).isLessThan(16 * 256);
                    }
                });
    }

    /// As if the log had so many full tiles, all of an early time but for what is changed.
    private static void withSpans(int tiles, String change, Runnable work) {
        run(
                ("create table kept as select * from span; alter table span disable trigger"
                                + " only_grows; delete from span;insert into span select 0, i, timestamptz"
                                + " '2026-01-01', '2026-01-02' from generate_series(0, %1$d - 1) i;"
                                + change
                                + ";insert into span select 1, index >> 8, min(earliest),"
                                + " max(latest) from span where index < %1$d >> 8 << 8 group by 2;"
                                + " alter table log_state disable trigger grows; update log_state"
                                + " set size = %1$d * 256 + 7; analyze span")
                        .formatted(tiles));
        try {
            work.run();
        } finally {
            run(
                    "delete from span; insert into span select * from kept; drop table kept; alter"
                            + " table span enable trigger only_grows; update log_state set size ="
                            + " (select max(index) + 1 from disclosure); alter table log_state enable"
                            + " trigger grows; analyze span");
        }
    }

    private static Stretch stretch(long block, Instant from) {
        return new AccessSearch(service)
                .stretch(block << 8, new Times(Optional.of(from), Optional.empty()));
    }

    private static List<Filter> combinations() {
        var times =
                List.of(
                        Times.ALL,
                        new Times(
                                Optional.of(BEGIN.plusSeconds(ENTRIES)),
                                Optional.of(BEGIN.plusSeconds(2L * ENTRIES + 77))));
        var filters = new ArrayList<Filter>();
        for (var time : times) {
            for (int i = 0; i < 16; i++) {
                var common =
                        filter(
                                (i & 1) == 0 ? null : OFTEN,
                                (i & 2) == 0 ? null : "staff-2",
                                (i & 4) == 0 ? null : "READ",
                                (i & 8) == 0 ? null : "/shop-1");
                var rare =
                        filter(
                                (i & 1) == 0 ? null : SELDOM,
                                (i & 2) == 0 ? null : "seldom",
                                (i & 4) == 0 ? null : "DOWNLOAD",
                                (i & 8) == 0 ? null : "/outside");
                filters.add(with(time, common));
                filters.add(with(time, rare));
            }
            filters.add(with(time, filter(OFTEN, "seldom", null, null)));
            filters.add(with(time, filter(null, "staff-2", "DOWNLOAD", null)));
        }
        return filters;
    }

    private static Filter with(Times times, Filter filter) {
        return new Filter(
                filter.subject(), filter.actor(), filter.action(), filter.system(), times);
    }

    private static Filter filter(UUID subject, String actor, String action, String system) {
        return new Filter(
                Optional.ofNullable(subject),
                Optional.ofNullable(actor),
                Optional.ofNullable(action),
                Optional.ofNullable(system),
                Times.ALL);
    }

    private static <T> Optional<T> none() {
        return Optional.empty();
    }

    private static List<Long> all(Filter filter) {
        var search = new AccessSearch(service);
        var found = new ArrayList<Long>();
        var wanted = new Wanted(filter, -1);
        for (var next = OptionalLong.of(-1); next.isPresent(); ) {
            var part =
                    search.find(
                            wanted.behind(next.getAsLong()),
                            1_000,
                            row -> row.getLong(1),
                            index -> index);
            found.addAll(part.found());
            if (part.next().isPresent()) {
                assertThat(part.next().getAsLong()).isGreaterThan(next.getAsLong());
            }
            next = part.next();
        }
        return found;
    }

    /// As a superuser reads it from end to end.
    private static List<Long> standing(Filter filter) {
        return new Rows(superuser)
                .list(
                        """
                        select d.index from disclosure d
                        where tenant = 't' and actor is not null
                          and (?::uuid is null or exists (
                              select from access_subject s where s.index = d.index and s.subject = ?::uuid))
                          and (?::text is null or actor = ?::text) and (?::text is null or action = ?::text)
                          and (?::text is null or source = ?::text)
                          and at >= ?::text::timestamptz and at < ?::text::timestamptz
                        order by index
                        """,
                        row -> row.getLong(1),
                        filter.subject().orElse(null),
                        filter.subject().orElse(null),
                        filter.actor().orElse(null),
                        filter.actor().orElse(null),
                        filter.action().orElse(null),
                        filter.action().orElse(null),
                        filter.system().orElse(null),
                        filter.system().orElse(null),
                        Stretch.text(filter.times().from(), "-infinity"),
                        Stretch.text(filter.times().until(), "infinity"));
    }

    private static void assertBounded(Filter filter, JsonNode plan, long most) {
        assertThat(scans(plan))
                .as("%s: %s", filter, plan)
                .isNotEmpty()
                .noneMatch(scan -> scan.path("Node Type").asText().equals("Seq Scan"));
        assertThat(read(plan)).as("%s: %s", filter, plan).isLessThanOrEqualTo(most);
    }

    private static long read(JsonNode plan) {
        return scans(plan).stream()
                .mapToLong(scan ->
                        Math.round(
                                (scan.path("Actual Rows").asDouble()
                                                + scan.path("Rows Removed by Filter").asDouble()
                                                + scan.path("Rows Removed by Index Recheck")
                                                        .asDouble())
                                        * scan.path("Actual Loops").asDouble()))
                .sum();
    }

    private static List<JsonNode> scans(JsonNode plan) {
        var scans = new ArrayList<JsonNode>();
        if (plan.has("Relation Name")) {
            scans.add(plan);
        }
        plan.path("Plans").forEach(inner -> scans.addAll(scans(inner)));
        return scans;
    }

    private static String name(JsonNode scan) {
        return scan.path("Relation Name").asText();
    }

    private static JsonNode planned(String sql, Object... values) {
        try {
            return plan(sql, values);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode plan(String sql, Object... values) throws JsonProcessingException {
        var json =
                new Rows(service)
                        .one(
                                "explain (analyze, format json) " + sql,
                                row -> row.getString(1),
                                values)
                        .orElseThrow();
        return new ObjectMapper().readTree(json).get(0).get("Plan");
    }

    private static AgroalDataSource pool(String url, String options) throws SQLException {
        var address =
                url
                        + (url.contains("?") ? "&" : "?")
                        + "currentSchema="
                        + SCHEMA
                        + (options.isEmpty() ? "" : "&options=")
                        + URLEncoder.encode(options, StandardCharsets.UTF_8).replace("+", "%20");
        return AgroalDataSource.from(
                new AgroalDataSourceConfigurationSupplier()
                        .connectionPoolConfiguration(pool ->
                                pool.maxSize(2)
                                        .connectionFactoryConfiguration(c -> c.jdbcUrl(address))));
    }

    private static long number(String sql) {
        return new Rows(superuser).one(sql, row -> row.getLong(1)).orElseThrow();
    }

    private static void run(String sql) {
        try (var connection = superuser.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
