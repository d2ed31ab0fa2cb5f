package io.jikim.audit.adapter.out.settings;

import io.jikim.audit.application.port.Periods;
import io.jikim.audit.domain.Fact;
import io.jikim.audit.domain.RecordClass;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Periods by class from the configuration; the service does not start with one that is shorter
/// than its law.
@Singleton
class ConfiguredPeriods implements Periods {
    private static final String ALL = "*";

    private final Map<RecordClass, Period> periods;
    private final List<String> twoYearTenants;

    ConfiguredPeriods(
            @ConfigProperty(name = "jikim.audit.period.access") Period access,
            @ConfigProperty(name = "jikim.audit.period.access-two-years") Period accessTwoYears,
            @ConfigProperty(name = "jikim.audit.period.authority") Period authority,
            @ConfigProperty(name = "jikim.audit.period.evidence") Period evidence,
            @ConfigProperty(name = "jikim.audit.two-year-tenants")
                    Optional<List<String>> twoYearTenants) {
        this.periods =
                Map.of(
                        RecordClass.ACCESS, access,
                        RecordClass.ACCESS_TWO_YEARS, accessTwoYears,
                        RecordClass.AUTHORITY, authority,
                        RecordClass.EVIDENCE, evidence);
        this.twoYearTenants = twoYearTenants.orElse(List.of());
        periods.forEach(ConfiguredPeriods::requireLawful);
    }

    @Override
    public RecordClass classOf(Fact fact) {
        var tenant = fact.told().tenant();
        return RecordClass.of(
                fact, twoYearTenants.contains(ALL) || twoYearTenants.contains(tenant));
    }

    @Override
    public Period of(RecordClass recordClass) {
        var period = periods.get(recordClass);
        if (period == null) {
            throw new IllegalStateException("no period for " + recordClass);
        }
        return period;
    }

    private static void requireLawful(RecordClass recordClass, Period period) {
        var day = LocalDate.EPOCH;
        if (day.plus(period).isBefore(day.plus(recordClass.least()))) {
            throw new IllegalArgumentException(
                    "jikim.audit.period.%s=%s is shorter than %s: %s"
                            .formatted(
                                    recordClass.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                                    period,
                                    recordClass.least(),
                                    recordClass.law()));
        }
    }
}
