package io.jikim.retention.archive.adapter.out.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jikim.retention.archive.domain.CanonicalFields;
import io.jikim.retention.erasure.application.port.Archive;
import io.jikim.retention.erasure.application.port.ArchiveDeposit;
import io.jikim.retention.erasure.application.port.ArchiveHolds;
import io.jikim.retention.erasure.application.port.ArchiveHolds.Standing;
import io.jikim.retention.erasure.application.port.ArchiveReceipt;
import io.jikim.retention.erasure.application.port.DestroyedRecord;
import io.jikim.retention.erasure.domain.Basis;
import io.jikim.retention.erasure.domain.Category;
import io.jikim.retention.erasure.domain.ErasureId;
import io.jikim.retention.erasure.domain.HoldId;
import io.jikim.retention.erasure.domain.Known;
import io.jikim.retention.erasure.domain.LegalCalendar;
import io.jikim.retention.erasure.domain.SubjectId;
import io.jikim.retention.erasure.domain.TenantCode;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ArchiveTest {
    private static final LocalDate TODAY = LocalDate.now(LegalCalendar.ZONE);
    private static final Category PAYMENTS = new Category("payment-records");
    private static final Basis LAW = new Basis("law", Period.ofYears(5));

    private final MemoryKeys keys = new MemoryKeys();
    private final Archive archive = ArchiveForTests.archive(keys);
    private final ArchiveHolds holds = ArchiveForTests.holds();
    private final TenantCode tenant =
            new TenantCode("t-" + UUID.randomUUID().toString().substring(0, 8));
    private final SubjectId subject = new SubjectId(UUID.randomUUID());
    private final ErasureId erasure = new ErasureId(UUID.randomUUID());

    @Test
    void a_copy_reads_back_as_it_was_and_a_second_deposit_meets_the_first() {
        var deposit = deposit("1", TODAY);

        var receipts = archive.deposit(tenant, List.of(deposit));

        assertThat(receipts)
                .containsExactly(
                        new ArchiveReceipt.Kept(
                                kept(receipts).record(),
                                TODAY.plusYears(5),
                                CanonicalFields.digest(deposit.fields())));
        assertThat(archive.deposit(tenant, List.of(deposit))).isEqualTo(receipts);
        assertThat(archive.of(tenant, subject)).hasSize(1);
    }

    @Test
    void a_record_whose_period_is_over_is_not_taken() {
        var ended = TODAY.minusYears(6);

        assertThat(archive.deposit(tenant, List.of(deposit("1", ended))))
                .containsExactly(new ArchiveReceipt.PeriodOver(ended.plusYears(5)));
        assertThat(archive.of(tenant, subject)).isEmpty();
    }

    @Test
    void the_last_day_of_a_period_still_belongs_to_it() {
        archive.deposit(tenant, List.of(deposit("1", TODAY.minusYears(5))));
        assertThat(archive.destroyDue(tenant, TODAY)).isEmpty();

        archive.businessOffset(tenant, Duration.ofDays(1));

        assertThat(archive.destroyDue(tenant, TODAY.plusDays(1))).hasSize(1);
    }

    @Test
    void a_day_begins_in_the_archive_when_it_begins_in_the_service() throws SQLException {
        var now = ZonedDateTime.now(LegalCalendar.ZONE);
        var midnight = TODAY.plusDays(2).atStartOfDay(LegalCalendar.ZONE);
        for (var moment : List.of(midnight.minusMinutes(5), midnight.plusMinutes(5))) {
            archive.businessOffset(tenant, Duration.between(now, moment));
            try (var app = seeing(tenant)) {
                assertThat(Deposits.today(app, tenant)).isEqualTo(moment.toLocalDate());
            }
        }
    }

    @Test
    void content_is_not_readable_in_the_database() throws SQLException {
        archive.deposit(tenant, List.of(deposit("1", TODAY)));

        try (var owner = ArchiveForTests.owner();
                var statement = owner.createStatement();
                var rows =
                        statement.executeQuery(
                                "select count(*) from record r where r::text like '%Marker%'"
                                        + " or position('Marker'::bytea in content) > 0")) {
            rows.next();
            assertThat(rows.getLong(1)).isZero();
        }
    }

    @Test
    void what_is_due_goes_with_its_key_and_is_told_until_it_is_reported() {
        archive.deposit(
                tenant, List.of(deposit("old", TODAY.minusYears(4)), deposit("new", TODAY)));
        archive.businessOffset(tenant, Duration.ofDays(2 * 366));

        var destroyed = archive.destroyDue(tenant, TODAY.plusDays(2 * 366));

        assertThat(destroyed)
                .hasSize(1)
                .extracting(DestroyedRecord::until)
                .containsExactly(TODAY.plusYears(1));
        assertThat(keys.destroyed).hasSize(1);
        assertThat(archive.unreported(tenant)).isEqualTo(destroyed);
        assertThat(archive.of(tenant, subject))
                .extracting(r -> r.destroyedAt() != null)
                .containsExactly(true, false);

        archive.reported(tenant, List.of(destroyed.getFirst().record()));
        assertThat(archive.unreported(tenant)).isEmpty();
        assertThat(archive.destroyDue(tenant, TODAY.plusDays(2 * 366))).isEmpty();
    }

    @Test
    void a_key_that_a_neighbour_needs_goes_with_the_last_of_them() {
        // both end in one month, on different days, whatever day the test runs on
        var month = TODAY.minusYears(4).withDayOfMonth(1);
        archive.deposit(tenant, List.of(deposit("a", month), deposit("b", month.plusDays(20))));
        long first =
                java.time.temporal.ChronoUnit.DAYS.between(TODAY, month.plusYears(5).plusDays(3));
        archive.businessOffset(tenant, Duration.ofDays(first));
        assertThat(archive.destroyDue(tenant, TODAY.plusDays(first))).isEmpty();
        assertThat(keys.destroyed).isEmpty();
        assertThat(archive.of(tenant, subject)).filteredOn(r -> r.destroyedAt() != null).hasSize(1);

        archive.businessOffset(tenant, Duration.ofDays(first + 40));

        assertThat(archive.destroyDue(tenant, TODAY.plusDays(first + 40))).hasSize(2);
        assertThat(keys.destroyed).hasSize(1);
    }

    @Test
    void a_record_that_comes_in_while_the_key_of_its_month_is_destroyed_gets_another_key()
            throws Exception {
        var month = TODAY.minusYears(4).withDayOfMonth(1);
        archive.deposit(tenant, List.of(deposit("a", month)));
        long later =
                java.time.temporal.ChronoUnit.DAYS.between(TODAY, month.plusYears(5).plusDays(3));
        archive.businessOffset(tenant, Duration.ofDays(later));
        var fresh = deposit("b", month.plusDays(20));
        var coming = new CompletableFuture<List<ArchiveReceipt>>();
        keys.beforeDestruction =
                () -> {
                    coming.completeAsync(() -> archive.deposit(tenant, List.of(fresh)));
                    try {
                        coming.get(1, TimeUnit.SECONDS);
                    } catch (java.util.concurrent.TimeoutException _) {
                        // it waits for its turn
                    } catch (Exception e) {
                        throw new AssertionError(e);
                    }
                };

        assertThat(archive.destroyDue(tenant, TODAY.plusDays(later))).hasSize(1);

        assertThat(kept(coming.get(5, TimeUnit.SECONDS)).digest())
                .isEqualTo(CanonicalFields.digest(fresh.fields()));
        assertThat(archive.deposit(tenant, List.of(fresh))).isEqualTo(coming.get());
    }

    @Test
    void a_hold_keeps_a_due_record_until_it_is_released() {
        archive.deposit(tenant, List.of(deposit("1", TODAY.minusYears(4))));
        var hold = new HoldId(UUID.randomUUID());
        holds.place(tenant, hold, subject, List.of(PAYMENTS));
        holds.place(tenant, hold, subject, List.of(PAYMENTS));
        archive.businessOffset(tenant, Duration.ofDays(800));

        assertThat(holds.standing(tenant)).extracting(Standing::id).containsExactly(hold);
        assertThat(archive.destroyDue(tenant, TODAY.plusDays(800))).isEmpty();
        assertThat(refusal(record())).isEqualTo("JK423");

        holds.release(tenant, hold);
        assertThat(holds.standing(tenant)).isEmpty();
        assertThat(archive.destroyDue(tenant, TODAY.plusDays(800))).hasSize(1);
    }

    @Test
    void a_released_hold_that_is_placed_again_stands_until_it_is_released_again() {
        archive.deposit(tenant, List.of(deposit("1", TODAY.minusYears(4))));
        archive.businessOffset(tenant, Duration.ofDays(800));
        var hold = new HoldId(UUID.randomUUID());
        for (var round = 0; round < 3; round++) {
            holds.place(tenant, hold, subject, List.of(PAYMENTS));
            holds.place(tenant, hold, subject, List.of(PAYMENTS));
            assertThat(holds.standing(tenant, subject)).hasSize(1);
            assertThat(refusal(record())).isEqualTo("JK423");

            holds.release(tenant, hold);
            holds.release(tenant, hold);
            assertThat(holds.standing(tenant, subject)).isEmpty();
        }
        assertThat(archive.destroyDue(tenant, TODAY.plusDays(800))).hasSize(1);
    }

    @Test
    void a_standing_hold_says_whom_and_what_it_keeps() {
        var hold = new HoldId(UUID.randomUUID());
        holds.place(tenant, hold, subject, List.of(PAYMENTS, new Category("login-logs")));
        holds.place(
                tenant,
                new HoldId(UUID.randomUUID()),
                new SubjectId(UUID.randomUUID()),
                List.of(PAYMENTS));

        assertThat(holds.standing(tenant)).hasSize(2);
        assertThat(holds.standing(tenant, subject))
                .singleElement()
                .satisfies(standing -> {
                    assertThat(standing.id()).isEqualTo(hold);
                    assertThat(standing.subject()).isEqualTo(subject);
                    assertThat(standing.categories())
                            .containsExactlyInAnyOrder(PAYMENTS, new Category("login-logs"));
                });
    }

    @Test
    void the_destroy_function_refuses_before_the_end_of_the_period() {
        archive.deposit(tenant, List.of(deposit("1", TODAY)));

        assertThat(refusal(record())).isEqualTo("JK425");
        assertThat(refusal(UUID.randomUUID())).isEqualTo("JK404");
        assertThat(archive.of(tenant, subject)).hasSize(1);
    }

    @Test
    void another_tenant_destroys_and_sees_nothing() throws SQLException {
        archive.deposit(tenant, List.of(deposit("1", TODAY.minusYears(4))));
        archive.businessOffset(tenant, Duration.ofDays(800));
        var other = new TenantCode("other");

        assertThat(archive.of(other, subject)).isEmpty();
        try (var app = seeing(other)) {
            assertThat(state(app, "select destroy_record('other', '" + record() + "')"))
                    .isEqualTo("JK404");
        }
    }

    @Test
    void a_destruction_waits_for_a_hold_under_way_and_obeys_it() throws Exception {
        archive.deposit(tenant, List.of(deposit("1", TODAY.minusYears(4))));
        archive.businessOffset(tenant, Duration.ofDays(800));
        var hold = new HoldId(UUID.randomUUID());
        try (var holding = seeing(tenant)) {
            holding.setAutoCommit(false);
            try (var statement = holding.createStatement()) {
                statement.execute(
                        "select place_hold('%s', '%s', '%s', array['payment-records'])"
                                .formatted(tenant, hold, subject));
            }
            var destroying = CompletableFuture.supplyAsync(() -> refusal(record()));
            assertThatThrownBy(() -> destroying.get(300, TimeUnit.MILLISECONDS))
                    .isInstanceOf(java.util.concurrent.TimeoutException.class);
            holding.commit();

            assertThat(destroying.get(5, TimeUnit.SECONDS)).isEqualTo("JK423");
        }
    }

    @Test
    void no_role_of_a_service_can_change_or_remove_anything() throws SQLException {
        archive.deposit(tenant, List.of(deposit("1", TODAY)));
        holds.place(tenant, new HoldId(UUID.randomUUID()), subject, List.of(PAYMENTS));
        var refused = new ArrayList<String>();
        for (String role : roles()) {
            try (var connection = ArchiveForTests.as(role)) {
                see(connection, tenant);
                for (String table : tables()) {
                    for (String sql :
                            List.of(
                                    "delete from " + table,
                                    "truncate " + table,
                                    "update " + table + " set tenant = tenant",
                                    "alter table " + table + " disable row level security")) {
                        assertThat(state(connection, sql)).as(role + ": " + sql).isEqualTo("42501");
                    }
                }
            } catch (SQLException e) {
                assertThat(e.getSQLState()).as(role).isEqualTo("42501");
                refused.add(role);
            }
        }
        assertThat(roles()).contains("archive_app").hasSizeGreaterThanOrEqualTo(1);
        assertThat(refused)
                .doesNotContain("archive_app")
                .containsExactlyInAnyOrderElementsOf(
                        roles().stream().filter(r -> !r.equals("archive_app")).toList());
        for (String table : List.of("hold", "hold_release", "destruction", "business_time")) {
            try (var app = seeing(tenant)) {
                assertThat(state(app, "insert into " + table + " (tenant) values ('x')"))
                        .isEqualTo("42501");
            }
        }
    }

    @Test
    void no_function_acts_for_another_tenant_than_the_connections_own() throws SQLException {
        archive.deposit(tenant, List.of(deposit("1", TODAY.minusYears(4))));
        var record = record();
        try (var stranger = seeing(new TenantCode("somebody-else"))) {
            for (var call :
                    List.of(
                            "move_business_time('%s', interval '9 years')",
                            "business_today('%s')",
                            "held('%s', '" + subject + "', 'payment-records')",
                            "place_hold('%s', gen_random_uuid(), '" + subject + "', array['x'])",
                            "release_hold('%s', gen_random_uuid())",
                            "destroy_record('%s', '" + record + "')")) {
                var sql = "select " + call.formatted(tenant);
                assertThat(state(stranger, sql)).as(sql).isEqualTo("JK403");
            }
        }
        assertThat(refusal(record)).isEqualTo("JK425");
    }

    @Test
    void no_service_reads_or_writes_which_migrations_ran() throws SQLException {
        try (var app = seeing(tenant)) {
            for (var sql :
                    List.of(
                            "select * from flyway_schema_history",
                            "insert into flyway_schema_history select 99, '9', 'x', 'SQL', 'x', 1, 'x', now(), 1, true",
                            "delete from flyway_schema_history")) {
                assertThat(state(app, sql)).as(sql).isEqualTo("42501");
            }
        }
    }

    @Test
    void counts_what_one_source_has_handed_over_for_a_case() {
        archive.deposit(
                tenant,
                List.of(
                        deposit("1", TODAY.minusYears(4)),
                        deposit("2", TODAY.minusYears(4)),
                        deposit("3", TODAY)));

        assertThat(archive.deposited(tenant, erasure, "system:ompass/payments"))
                .isEqualTo(
                        Map.of(
                                new Known.Ending(PAYMENTS, TODAY.minusYears(4).plusYears(5)), 2L,
                                new Known.Ending(PAYMENTS, TODAY.plusYears(5)), 1L));
        assertThat(archive.deposited(tenant, erasure, "system:ompass")).isEmpty();
        assertThat(
                        archive.deposited(
                                new TenantCode("somebody-else"), erasure, "system:ompass/payments"))
                .isEmpty();
    }

    @Test
    void the_service_owns_no_table_and_one_function_alone_removes() throws SQLException {
        assertThat(
                        query(
                                "select tablename from pg_tables where schemaname = 'public' and tableowner <> 'archive_owner'"))
                .isEmpty();
        assertThat(
                        query(
                                "select p.proname from pg_proc p join pg_namespace n on n.oid = p.pronamespace"
                                        + " where n.nspname = 'public' and p.prosrc ilike '%delete from%'"))
                .containsExactly("destroy_record");
    }

    /// Roles of services that exist in the archive's cluster; the test stack has one cluster for
    /// all.
    private static List<String> roles() throws SQLException {
        return query(
                "select rolname from pg_roles where rolcanlogin and not rolsuper and rolname not like 'operator%' and rolname <> 'archive_owner'");
    }

    private static List<String> tables() throws SQLException {
        return query(
                "select quote_ident(tablename) from pg_tables where schemaname = 'public' and tablename <> 'flyway_schema_history'");
    }

    private static List<String> query(String sql) throws SQLException {
        try (var owner = ArchiveForTests.owner();
                var statement = owner.createStatement();
                var rows = statement.executeQuery(sql)) {
            var found = new ArrayList<String>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }

    private Connection seeing(TenantCode seen) throws SQLException {
        var app = ArchiveForTests.as("archive_app");
        see(app, seen);
        return app;
    }

    private static void see(Connection connection, TenantCode seen) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("select set_config('jikim.tenant', '" + seen.code() + "', false)");
        }
    }

    private String refusal(UUID record) {
        try (var app = seeing(tenant)) {
            return state(app, "select destroy_record('" + tenant + "', '" + record + "')");
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private static String state(Connection connection, String sql) {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
            return "done";
        } catch (SQLException e) {
            return e.getSQLState();
        }
    }

    private UUID record() {
        return archive.of(tenant, subject).getFirst().record();
    }

    private static ArchiveReceipt.Kept kept(List<ArchiveReceipt> receipts) {
        return (ArchiveReceipt.Kept) receipts.getFirst();
    }

    private ArchiveDeposit deposit(String key, LocalDate event) {
        return new ArchiveDeposit(
                erasure,
                subject,
                PAYMENTS,
                LAW,
                new ArchiveDeposit.Origin("system:ompass/payments", key, event),
                Map.of("payer_name", "Marker \"서연\"\n", "amount", "99000"));
    }
}
