package io.jikim.retention.systems.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jikim.examples.ompass.OmpassDatabase;
import io.jikim.retention.erasure.application.port.ArchivedRecord;
import io.jikim.retention.erasure.application.port.SystemOrder;
import io.jikim.retention.erasure.application.port.SystemOutcome;
import io.jikim.retention.erasure.application.port.SystemSweep;
import io.jikim.retention.erasure.domain.Category;
import io.jikim.retention.erasure.domain.Disposition;
import io.jikim.retention.erasure.domain.HoldId;
import io.jikim.retention.erasure.domain.Identifiers;
import io.jikim.retention.erasure.domain.ItemCode;
import io.jikim.retention.erasure.domain.Outcome;
import io.jikim.retention.erasure.domain.PlanLine;
import io.jikim.retention.erasure.domain.PurposeCode;
import io.jikim.retention.erasure.domain.Residue;
import io.jikim.retention.erasure.domain.Tally;
import io.jikim.retention.systems.adapter.out.jdbc.JdbcForTests;
import io.jikim.retention.systems.application.port.OperatorSession;
import io.jikim.retention.systems.domain.Login;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EraseInSystemTest {
    private static final LocalDate TODAY = Operator.TODAY;

    private final World world = new World(Operator.with(100));
    private final Operator operator = world.operator;
    private final String her = "" + operator.marker.id();

    @Test
    void each_payment_ends_by_its_own_date() {
        var outcome = world.done(world.termination());

        assertThat(outcome.tallies())
                .contains(
                        archived("payment-records", "law-of-payments", TODAY.plusYears(5), 1),
                        // the payment of four years ago, and its refund a day later
                        archived("payment-records", "law-of-payments", TODAY.plusYears(1), 1),
                        archived(
                                "payment-records",
                                "law-of-payments",
                                TODAY.minusYears(4).plusDays(1).plusYears(5),
                                1),
                        Tally.of(new Category("payment-records"), Outcome.ERASED, 1));
        assertThat(
                        operator.count(
                                "payments where contract_id in (select id from contracts where administrator_id = "
                                        + her
                                        + ")"))
                .isZero();
        assertThat(world.archive.of(world.tenant, world.subject))
                .filteredOn(record -> record.category().code().equals("payment-records"))
                .extracting(ArchivedRecord::until)
                .containsExactlyInAnyOrder(
                        TODAY.plusYears(1),
                        TODAY.minusYears(4).plusDays(1).plusYears(5),
                        TODAY.plusYears(5));
    }

    @Test
    void a_termination_that_says_nothing_of_a_mapped_category_is_not_carried_out() {
        var lines = World.lines().stream().filter(l -> !l.category().code().equals("cookies"));

        assertThat(world.erase(world.order(1, lines.toList(), true)))
                .isEqualTo(new SystemOutcome.Failed("category-not-in-policy", false));
        assertThat(operator.places(operator.marker.email())).isNotEmpty();
    }

    @Test
    void a_mended_mapping_is_the_way_back_from_a_category_that_the_policy_does_not_have() {
        var lines =
                World.lines().stream().filter(l -> !l.category().code().equals("cookies")).toList();
        var order = world.order(1, lines, true);
        assertThat(world.erase(order))
                .isEqualTo(new SystemOutcome.Failed("category-not-in-policy", false));

        world.connect(
                OmpassDatabase.mapping()
                        .replace("\"category\":\"cookies\"", "\"category\":\"profile\""));

        assertThat(world.erase(order)).isInstanceOf(SystemOutcome.Done.class);
        assertThat(operator.places(operator.marker.email())).isEmpty();
    }

    @Test
    void where_no_identifier_is_left_nothing_is_looked_for_and_the_answer_says_so() {
        var order = world.termination();
        var ofNobody =
                new SystemOrder(
                        order.erasure(),
                        order.round(),
                        order.tenant(),
                        order.subject(),
                        Identifiers.NONE,
                        order.lines(),
                        order.whole(),
                        order.today());

        var outcome = world.done(ofNobody);

        assertThat(outcome.tallies()).isEmpty();
        assertThat(outcome.residues()).containsExactly(Residue.NOT_LOOKED_FOR);
        assertThat(world.look().sweep("ompass", ofNobody)).isEqualTo(new SystemSweep.Clean(0, 0));
        assertThat(operator.places(operator.marker.email())).isNotEmpty();
    }

    @Test
    void nothing_of_her_is_left_by_value() {
        world.done(world.termination());

        assertThat(operator.places(operator.marker.email())).isEmpty();
        assertThat(operator.places(operator.marker.firstName())).isEmpty();
        assertThat(operator.places(operator.marker.phone())).isEmpty();
        assertThat(operator.places(operator.marker.company())).isEmpty();
        assertThat(operator.places(": " + her)).isEmpty();
        assertThat(world.look().sweep("ompass", world.termination()))
                .isInstanceOfSatisfying(
                        SystemSweep.Clean.class,
                        clean -> assertThat(clean.tables()).isEqualTo(Operator.TABLES.size()));
    }

    @Test
    void everybody_else_loses_only_what_was_about_her() {
        var before = snapshot();

        world.done(world.termination());

        var after = snapshot();
        var allowed =
                Map.of(
                        "sub_administrators", List.of("added_by"),
                        "applications", List.of("owner_id", "contact_email"),
                        "users", List.of("registered_by"),
                        "policy_logs",
                                List.of("actor_administrator_id", "actor_email", "actor_ip"));
        for (String table : Operator.TABLES) {
            after.get(table)
                    .forEach((key, row) -> {
                        String was = before.get(table).get(key);
                        if (was.contains(": " + her + ",")) {
                            assertThat(without(row, allowed.getOrDefault(table, List.of())))
                                    .isEqualTo(
                                            without(was, allowed.getOrDefault(table, List.of())));
                        } else {
                            assertThat(row).isEqualTo(was);
                        }
                    });
        }
        assertThat(gone(before, after))
                .isEqualTo(
                        new TreeMap<>(
                                Map.of(
                                        "administrators", 1,
                                        "contracts", 2,
                                        "payments", 3,
                                        "refunds", 1,
                                        "complaints", 2,
                                        "complaint_replies", 2,
                                        "login_logs", 8,
                                        "visit_logs", 8,
                                        "policy_logs", 1,
                                        "cookies", 1)) {
                            private static final long serialVersionUID = 1;

                            {
                                put("marketing_preferences", 1);
                            }
                        });
        assertThat(
                        operator.count(
                                "policy_logs where actor_email is null and target_user_id is not null"))
                .isGreaterThanOrEqualTo(5);
    }

    @Test
    void terminating_an_end_user_leaves_her_administrator_alone() {
        String user = operator.column("select id from users order by id limit 1").getFirst();
        var before = snapshot();
        var order = world.termination();
        var person = new Identifiers("USER", user, "nobody@people.example", "ko", null);

        world.done(
                new io.jikim.retention.erasure.application.port.SystemOrder(
                        order.erasure(),
                        1,
                        order.tenant(),
                        order.subject(),
                        person,
                        order.lines(),
                        order.whole(),
                        TODAY));

        assertThat(operator.places(user)).isEmpty();
        assertThat(gone(before, snapshot()).keySet())
                .doesNotContain("administrators", "sub_administrators");
        assertThat(gone(before, snapshot())).containsEntry("users", 1);
    }

    @Test
    void a_kind_of_person_with_an_id_of_another_type_is_nobody() {
        var before = snapshot();
        var order = world.termination();
        var stranger =
                new Identifiers("ADMINISTRATOR", "no-number", "x@nowhere.example", "ko", null);

        var outcome =
                world.done(
                        new io.jikim.retention.erasure.application.port.SystemOrder(
                                order.erasure(),
                                1,
                                order.tenant(),
                                order.subject(),
                                stranger,
                                order.lines(),
                                order.whole(),
                                TODAY));

        assertThat(outcome.tallies()).isEmpty();
        assertThat(snapshot()).isEqualTo(before);
    }

    @Test
    void a_kind_of_person_that_no_mapping_knows_is_refused_for_good() {
        var order = world.termination();
        var robot =
                new io.jikim.retention.erasure.application.port.SystemOrder(
                        order.erasure(),
                        1,
                        order.tenant(),
                        order.subject(),
                        new Identifiers("ROBOT", her, "x@nowhere.example", "ko", null),
                        order.lines(),
                        order.whole(),
                        TODAY);

        assertThat(world.erase(robot)).isEqualTo(new SystemOutcome.Failed("unknown-kind", false));
        assertThat(world.look().sweep("ompass", robot))
                .isEqualTo(new SystemSweep.Unreachable("unknown-kind"));
    }

    @Test
    void what_a_hold_names_stays_as_it_is_and_the_rest_goes_around_it() {
        var payments = operator.rows("payments");
        var refunds = operator.rows("refunds");
        var held =
                PlanLine.whole(
                        new Category("payment-records"),
                        new Disposition.Held(new HoldId(UUID.randomUUID())));

        var first = world.done(world.order(1, World.lines(held)));

        assertThat(first.tallies())
                .contains(Tally.of(new Category("payment-records"), Outcome.HELD, 4));
        assertThat(operator.rows("payments")).isEqualTo(payments);
        assertThat(operator.rows("refunds")).isEqualTo(refunds);
        assertThat(
                        operator.column(
                                "select party_name || coalesce(company_name, '') || coalesce(sales_memo, '') from contracts where administrator_id = "
                                        + her))
                .containsExactly("-", "-");
        assertThat(operator.column("select email from administrators where id = " + her))
                .containsExactly("erased-" + her + "@erased.invalid");
        assertThat(operator.places(operator.marker.phone())).isEmpty();
        assertThat(world.look().sweep("ompass", world.order(1, World.lines(held))))
                .isInstanceOf(SystemSweep.Clean.class);

        var released = world.order(2, List.of(World.line("payment-records")));
        var second = world.done(released);

        assertThat(second.tallies())
                .extracting(Tally::outcome)
                .contains(Outcome.ARCHIVED, Outcome.ERASED);
        assertThat(second.tallies())
                .extracting(t -> t.category().code())
                .containsOnly("payment-records");
        assertThat(operator.places(": " + her)).isEmpty();
        assertThat(operator.places(operator.marker.email())).isEmpty();
    }

    @Test
    void withdrawing_one_purpose_takes_only_its_items() {
        var keep = new Disposition.Keep(Set.of(new PurposeCode("service-supply")));
        var lines =
                List.of(
                        PlanLine.whole(new Category("marketing"), new Disposition.Erase()),
                        new PlanLine(
                                new Category("visit-logs"),
                                Set.of(new ItemCode("visit-location")),
                                new Disposition.Erase()),
                        new PlanLine(
                                new Category("cookies"),
                                Set.of(new ItemCode("cookies")),
                                new Disposition.Erase()),
                        PlanLine.whole(new Category("profile"), keep),
                        PlanLine.whole(new Category("login-logs"), keep),
                        PlanLine.whole(new Category("policy-logs"), keep),
                        PlanLine.whole(new Category("contract-records"), keep),
                        PlanLine.whole(new Category("payment-records"), keep),
                        PlanLine.whole(new Category("complaint-records"), keep));
        var before = snapshot();

        var outcome = world.done(world.order(1, lines));

        assertThat(gone(before, snapshot()))
                .isEqualTo(Map.of("marketing_preferences", 1, "cookies", 1));
        assertThat(
                        operator.count(
                                "visit_logs where administrator_id = "
                                        + her
                                        + " and place is null"))
                .isEqualTo(8);
        assertThat(operator.count("administrators where email = '" + operator.marker.email() + "'"))
                .isEqualTo(1);
        assertThat(outcome.tallies())
                .contains(Tally.of(new Category("visit-logs"), Outcome.ERASED, 8));
        assertThat(world.look().sweep("ompass", world.order(1, lines)))
                .isInstanceOf(SystemSweep.Clean.class);
    }

    @Test
    void a_new_column_is_an_alarm_and_stops_nothing() {
        operator.run(
                "alter table login_logs add column device_name varchar(80) default 'her phone'");

        world.done(world.termination());

        assertThat(world.memory.alarms.get("ompass"))
                .containsExactly("column login_logs.device_name has no disposition");
    }

    @Test
    void a_column_that_went_away_stops_the_run_before_it_begins() {
        operator.run("alter table login_logs drop column application_name");
        var before = snapshot();

        assertThat(world.erase(world.termination()))
                .isEqualTo(new SystemOutcome.Failed("mapping-does-not-fit", true));
        assertThat(snapshot()).isEqualTo(before);
    }

    @Test
    void a_crash_before_the_system_commits_leaves_its_rows_and_one_copy() {
        var before = snapshot();
        assertThatThrownBy(() ->
                        world.erase(
                                world.termination(),
                                (login, mapping) ->
                                        breaking(
                                                "commit",
                                                JdbcForTests.operatorDatabases()
                                                        .open(login, mapping))))
                .hasMessage("the process dies here");
        assertThat(snapshot()).isEqualTo(before);
        int copies = world.archive.of(world.tenant, world.subject).size();

        var outcome = world.done(world.termination());

        assertThat(copies).isPositive();
        assertThat(world.archive.of(world.tenant, world.subject)).hasSize(copies);
        assertThat(
                        outcome.tallies().stream()
                                .filter(t -> t.outcome() == Outcome.ARCHIVED)
                                .mapToLong(Tally::count)
                                .sum())
                .isEqualTo(copies);
        assertThat(operator.places(operator.marker.email())).isEmpty();
    }

    @Test
    void a_crash_after_the_system_committed_tells_the_first_outcome_again() {
        world.memory.breaksAfterCommit = true;
        assertThatThrownBy(() -> world.erase(world.termination()))
                .hasMessage("the process dies here");
        world.memory.breaksAfterCommit = false;

        var outcome = world.done(world.termination());

        assertThat(outcome.tallies())
                .contains(Tally.of(new Category("login-logs"), Outcome.ERASED, 8));
        assertThat(world.done(world.termination())).isEqualTo(outcome);
    }

    @Test
    void what_is_written_after_the_run_is_found_and_taken_by_the_next() {
        // a contract under way keeps her row, so that the operator's application can still write
        // about her
        var held =
                PlanLine.whole(
                        new Category("payment-records"),
                        new Disposition.Held(new HoldId(UUID.randomUUID())));
        var order = world.order(1, World.lines(held));
        world.done(order);
        operator.run(
                "insert into login_logs values (900001, "
                        + her
                        + ", null, null, 'console', 'OTP', '10.0.0.1', now())");

        assertThat(world.look().sweep("ompass", order))
                .isInstanceOfSatisfying(
                        SystemSweep.Found.class,
                        found ->
                                assertThat(found.places()).contains("login_logs.administrator_id"));
        assertThat(world.done(order).tallies())
                .contains(Tally.of(new Category("login-logs"), Outcome.ERASED, 9));
    }

    @Test
    void an_address_that_only_contains_hers_or_that_another_person_uses_is_not_found() {
        world.done(world.termination());
        String email = operator.marker.email();
        String user = operator.column("select id from users order by id limit 1").getFirst();
        operator.run("update users set login_id = '" + email + "' where id = '" + user + "'");
        operator.run("update applications set contact_email = 'jo" + email + "' where id = 1");
        operator.run(
                "update applications set contact_email = 'jo.' || '" + email + "' where id = 2");
        operator.run("update applications set contact_email = '" + email + ".kr' where id = 3");

        assertThat(world.look().sweep("ompass", world.termination()))
                .isInstanceOf(SystemSweep.Clean.class);
    }

    @Test
    void her_address_inside_a_sentence_is_found() {
        world.done(world.termination());
        operator.run(
                "update applications set name = '메일:"
                        + operator.marker.email().toUpperCase(java.util.Locale.ROOT)
                        + "로.' where id = 1");

        assertThat(world.look().sweep("ompass", world.termination()))
                .isEqualTo(new SystemSweep.Found(List.of("applications.name")));
    }

    @Test
    void a_changed_row_after_a_broken_copy_gets_a_copy_of_its_own() {
        assertThatThrownBy(() ->
                world.erase(
                        world.termination(),
                        (login, mapping) ->
                                breaking(
                                        "commit",
                                        JdbcForTests.operatorDatabases().open(login, mapping))));
        operator.run("update payments set amount = 1 where paid_at > now() - interval '2 days'");

        assertThat(world.erase(world.termination())).isInstanceOf(SystemOutcome.Done.class);
    }

    @Test
    void a_system_that_is_away_is_tried_again() {
        var system = world.memory.systems.get("ompass");
        world.memory.systems.put(
                "ompass",
                new io.jikim.retention.systems.domain.ConnectedSystem(
                        system.id(),
                        "ompass",
                        system.mapping(),
                        new Login("jdbc:postgresql://localhost:1/none", "x", "y")));

        assertThat(world.erase(world.termination()))
                .isEqualTo(new SystemOutcome.Failed("unreachable", true));
        assertThat(world.memory.away).containsEntry("ompass", "unreachable");
        assertThat(world.look().sweep("ompass", world.termination()))
                .isEqualTo(new SystemSweep.Unreachable("unreachable"));
    }

    private static Tally archived(String category, String basis, LocalDate until, long count) {
        return new Tally(new Category(category), Outcome.ARCHIVED, count, basis, until);
    }

    private Map<String, Map<String, String>> snapshot() {
        var all = new HashMap<String, Map<String, String>>();
        Operator.TABLES.forEach(table -> all.put(table, operator.rows(table)));
        return all;
    }

    private static Map<String, Integer> gone(
            Map<String, Map<String, String>> before, Map<String, Map<String, String>> after) {
        var gone = new TreeMap<String, Integer>();
        before.forEach((table, rows) -> {
            int left = after.get(table).size();
            if (left < rows.size()) {
                gone.put(table, rows.size() - left);
            }
        });
        return gone;
    }

    private static String without(String row, List<String> columns) {
        String rest = row;
        for (String column : columns) {
            rest = rest.replaceAll("\"" + column + "\": (\"[^\"]*\"|[^,}]*)", "");
        }
        return rest;
    }

    private static OperatorSession breaking(String method, OperatorSession session) {
        return (OperatorSession)
                Proxy.newProxyInstance(
                        OperatorSession.class.getClassLoader(),
                        new Class<?>[] {OperatorSession.class},
                        (_, called, arguments) -> {
                            if (called.getName().equals(method)) {
                                throw new IllegalStateException("the process dies here");
                            }
                            try {
                                return called.invoke(session, arguments);
                            } catch (InvocationTargetException e) {
                                throw e.getCause();
                            }
                        });
    }
}
