package io.jikim.audit.adapter.out.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jikim.audit.domain.Fact;
import io.jikim.audit.domain.RecordClass;
import io.jikim.audit.domain.Told;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ConfiguredPeriodsTest {
    private static final Period ONE = Period.ofYears(1);
    private static final Period TWO = Period.ofYears(2);
    private static final Period THREE = Period.ofYears(3);
    private static final Period FIVE = Period.ofYears(5);

    @Test
    void a_period_shorter_than_its_law_is_refused_and_named() {
        assertThatThrownBy(() ->
                        new ConfiguredPeriods(
                                Period.ofMonths(11), TWO, THREE, FIVE, Optional.empty()))
                .hasMessageContainingAll("jikim.audit.period.access=P11M", "P1Y", "Art. 8(1)");
        assertThatThrownBy(() -> new ConfiguredPeriods(ONE, ONE, THREE, FIVE, Optional.empty()))
                .hasMessageContaining("jikim.audit.period.access-two-years=P1Y");
        assertThatThrownBy(() -> new ConfiguredPeriods(ONE, TWO, TWO, FIVE, Optional.empty()))
                .hasMessageContaining("Art. 5(3)");
    }

    @Test
    void a_longer_one_is_taken_however_it_is_written() {
        var periods =
                new ConfiguredPeriods(
                        Period.ofDays(366), Period.ofMonths(30), THREE, FIVE, Optional.empty());

        assertThat(periods.of(RecordClass.ACCESS)).isEqualTo(Period.ofDays(366));
        assertThat(periods.of(RecordClass.ACCESS_TWO_YEARS)).isEqualTo(Period.ofMonths(30));
    }

    @Test
    void access_records_of_the_tenants_named_stay_for_two_years() {
        var named = periodsFor("large", "sensitive");

        assertThat(named.classOf(access("large"))).isEqualTo(RecordClass.ACCESS_TWO_YEARS);
        assertThat(named.classOf(access("sensitive"))).isEqualTo(RecordClass.ACCESS_TWO_YEARS);
        assertThat(named.classOf(access("small"))).isEqualTo(RecordClass.ACCESS);
        assertThat(periodsFor("*").classOf(access("small")))
                .isEqualTo(RecordClass.ACCESS_TWO_YEARS);
    }

    @Test
    void what_is_no_access_has_the_same_class_for_every_tenant() {
        var all = periodsFor("*");

        assertThat(all.classOf(lifecycle("io.jikim.authority.granted.v1")))
                .isEqualTo(RecordClass.AUTHORITY);
        assertThat(all.classOf(lifecycle("io.jikim.erasure.certified.v1")))
                .isEqualTo(RecordClass.EVIDENCE);
        assertThat(all.classOf(new Fact.Claim(told("t", "io.jikim.erasure.acknowledged.v1"), "{}")))
                .isEqualTo(RecordClass.EVIDENCE);
    }

    private static ConfiguredPeriods periodsFor(String... tenants) {
        return new ConfiguredPeriods(ONE, TWO, THREE, FIVE, Optional.of(List.of(tenants)));
    }

    private static Fact access(String tenant) {
        return new Fact.Access(
                told(tenant, "io.jikim.access.recorded.v1"),
                new Fact.Deed("staff-1", "STAFF", "READ", "people/profile", "CUSTOMER_REQUEST"),
                List.of(),
                new Fact.Origin("", Map.of()));
    }

    private static Fact lifecycle(String type) {
        return new Fact.Lifecycle(told("t", type), "{}", Map.of());
    }

    private static Told told(String tenant, String type) {
        return new Told(new UUID(0, 1), tenant, type, "s", Instant.EPOCH, "/test", "1/1");
    }
}
