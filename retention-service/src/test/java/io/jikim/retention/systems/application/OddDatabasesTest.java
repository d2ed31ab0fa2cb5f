package io.jikim.retention.systems.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.jikim.retention.erasure.application.port.ArchivedRecord;
import io.jikim.retention.erasure.application.port.SystemOrder;
import io.jikim.retention.erasure.application.port.SystemSweep;
import io.jikim.retention.erasure.domain.Identifiers;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Operators' databases as nobody would draw them, and as they are.
class OddDatabasesTest {
    private final World world = new World(Operator.with(100));
    private final Operator operator = world.operator;
    private final String her = "" + operator.marker.id();

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "varchar(8); kimminji; kimminji2",
                "char(8); kimminji; kimminji2",
                "numeric(6, 0); 1; 1.4",
                "numeric(6, 2); 1; 1.0",
                "numeric; 1; 01",
                "bigint; 1; 01",
                "bigint; 1; +1",
                "bigint; 1; ' 1'",
                "int; 1; '1 '",
                "int; 1; 0x1",
                "int; 1; '\u00a01'",
                "char(8); kim; 'kim '",
                "text; kim; ' kim'",
                "double precision; 1; 1e0",
                "date; 2026-01-01; 20260101"
            })
    void who_would_be_another_person_after_a_cast_is_nobody(
            String type, String another, String external) {
        members(type);
        operator.run("insert into members values ('" + another + "', 'Another')");

        world.done(about(external));

        assertThat(operator.column("select name from members")).containsExactly("Another");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "varchar(8); kim",
                "char(8); kim",
                "text; '\u00a0'",
                "numeric(6, 2); 7",
                "bigint; 7",
                "bigint; -7",
                "double precision; 7",
                "uuid; 0B2C9F0E-6D0F-4B56-8D7D-8C8F5C7B2A10"
            })
    void whose_id_fits_the_column_is_found(String type, String external) {
        members(type);
        operator.run("insert into members values ('" + external + "', 'She')");

        world.done(about(external));

        assertThat(operator.count("members")).isZero();
    }

    @Test
    void a_row_that_stays_is_not_clean_while_something_stands_in_a_column_without_disposition() {
        operator.run("alter table administrators add column nickname varchar(80)");
        operator.run("update administrators set nickname = 'Mina' where id = " + her);
        operator.run("create schema crm");
        operator.run(
                "create table crm.notes (id int primary key, about bigint references public.administrators)");
        operator.run("insert into crm.notes values (1, " + her + ")");
        world.done(world.termination());

        assertThat(world.look().sweep("ompass", world.termination()))
                .isEqualTo(new SystemSweep.Found(List.of("administrators.nickname")));

        operator.run("update administrators set nickname = null where id = " + her);
        assertThat(world.look().sweep("ompass", world.termination()))
                .isInstanceOf(SystemSweep.Clean.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"infinity", "-infinity"})
    void a_contract_that_ends_never_is_kept_from_its_other_event_on(String never) {
        operator.run(
                "update contracts set signed_on = current_date, ended_on = '%s' where administrator_id = %s"
                        .formatted(never, her));

        world.done(world.termination());

        assertThat(world.archive.of(world.tenant, world.subject))
                .filteredOn(record -> record.category().code().equals("contract-records"))
                .isNotEmpty()
                .extracting(ArchivedRecord::until)
                .allSatisfy(until ->
                        assertThat(until)
                                .isBetween(
                                        Operator.TODAY.plusYears(5).minusDays(1),
                                        Operator.TODAY.plusYears(5)));
    }

    @Test
    void a_trigger_that_keeps_the_row_is_found_out() {
        operator.run(
                "create function keep() returns trigger language plpgsql as $$ begin return null; end $$");
        operator.run(
                "create trigger keep before delete on administrators for each row execute function keep()");

        world.done(world.termination());

        assertThat(world.look().sweep("ompass", world.termination()))
                .isEqualTo(new SystemSweep.Found(List.of("administrators.id")));
    }

    private void members(String type) {
        operator.run("create table members (login " + type + " primary key, name text)");
        world.connect(
                """
                {"format":"jikim.systems/1","system":"ompass","zone":"Asia/Seoul","backupDays":30,
                 "tables":[{"table":"members","key":["login"],
                   "columns":{"login":"key","name":{"as":"erase","item":"first-name"}},
                   "about":[{"category":"profile","kind":"USER","column":"login","do":"erase"}]}]}
                """);
    }

    private SystemOrder about(String externalId) {
        return new SystemOrder(
                world.erasure,
                1,
                world.tenant,
                world.subject,
                new Identifiers("USER", externalId, "x@nowhere.example", "ko", null),
                List.of(World.line("profile")),
                false,
                Operator.TODAY);
    }
}
