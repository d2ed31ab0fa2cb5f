package io.jikim.audit.adapter.in.schedule;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.jikim.audit.AgedLog;
import io.jikim.audit.application.AppendFacts;
import io.jikim.audit.application.ReadLog;
import io.jikim.audit.domain.Tile;
import io.jikim.testkit.tokens.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What the job does in one run, on a log whose entries were taken in long ago.
@QuarkusTest
@TestProfile(AgedLog.class)
class AgeingTest {
    @Inject Ageing ageing;
    @Inject AppendFacts appendFacts;
    @Inject ReadLog readLog;

    @Test
    void begins_the_month_destroys_what_is_over_drops_it_and_has_the_log_say_so() {
        long end = fill(300);
        AgedLog.age("6 years");

        ageing.age();

        assertThat(
                        AgedLog.one(
                                "select max(month) = date_trunc('month', now() at time zone 'Asia/Seoul') from log_month"))
                .isEqualTo("t");
        assertThat(number("select count(*) from disclosure where index < " + end)).isZero();
        assertThat(number("select count(*) from access_subject where index < " + end)).isZero();
        assertThat(readLog.minimumIndex()).isEqualTo(end);
        assertThat(told("pruned", "endIndex")).contains("" + end);
        assertThat(told("pruned", "month")).allMatch(month -> month.matches("20[0-9]{2}-[0-9]{2}"));
        assertThat(AgedLog.all("select fields::jsonb ->> 'shreddedBelow' from disclosure"))
                .contains(
                        "ACCESS=%d ACCESS_TWO_YEARS=%d AUTHORITY=%d EVIDENCE=%d"
                                .formatted(end, end, end, end));
    }

    @Test
    void says_nothing_twice() {
        fill(1);
        AgedLog.age("2 years");
        ageing.age();
        long size = size();

        ageing.age();

        assertThat(size()).isEqualTo(size);
    }

    @Test
    void what_a_crash_kept_from_being_told_is_told_the_next_time() {
        ageing.age();
        long size = size();
        // dropped by somebody who then ended
        AgedLog.change("insert into pruned_month values (7680000, 7680256, '2020-02-01')");

        ageing.age();

        assertThat(size()).isEqualTo(size + 1);
        assertThat(told("pruned", "firstIndex")).contains("7680000");
    }

    @Test
    void every_tenant_may_see_what_has_left_the_log() {
        fill(1);
        AgedLog.age("6 years");
        ageing.age();
        var event =
                AgedLog.one(
                        "select event_id from entry join disclosure using (index)"
                                + " where fields::jsonb ->> 'endIndex' = '"
                                + readLog.minimumIndex()
                                + "'");

        for (var tenant : new String[] {"t", "another"}) {
            given().auth()
                    .oauth2(TestTokens.forService("retention-service").token())
                    .header("Jikim-Tenant", tenant)
                    .get("/v1/log/proofs/" + event)
                    .then()
                    .statusCode(200)
                    .body("entry.disclosed.type.value", equalTo("io.jikim.log.pruned.v1"))
                    .body("entry.disclosed.endIndex.value", equalTo("" + readLog.minimumIndex()));
        }
    }

    @Test
    void keeps_places_that_are_still_to_be_filled() {
        fill(1);
        appendFacts.append(AgedLog.facts(3));
        AgedLog.age("6 years");

        ageing.age();

        assertThat(readLog.minimumIndex()).isLessThan(size());
        assertThat(appendFacts.append(AgedLog.facts(2 * Tile.WIDTH))).isPositive();
    }

    /// Up to a whole tile. Returns the size.
    private long fill(int atLeast) {
        appendFacts.append(AgedLog.facts(atLeast));
        appendFacts.append(AgedLog.facts((int) (Tile.WIDTH - size() % Tile.WIDTH)));
        return size();
    }

    private static List<String> told(String fact, String field) {
        return AgedLog.all(
                "select fields::jsonb ->> '%s' from disclosure where fields::jsonb ->> 'type' = 'io.jikim.log.%s.v1'"
                        .formatted(field, fact));
    }

    private static long size() {
        return number("select size from log_state");
    }

    private static long number(String sql) {
        return Long.parseLong(AgedLog.one(sql));
    }
}
