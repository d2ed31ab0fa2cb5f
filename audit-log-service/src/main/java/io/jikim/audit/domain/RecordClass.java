package io.jikim.audit.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;

/// How long what an entry says stays, and by which law; decided once, when the entry gets its
/// place.
public enum RecordClass {
    /// Somebody saw or changed personal data.
    ACCESS(Period.ofYears(1), "PIPA Safety Measures Standard Art. 8(1) (access records ≥ 1 year)"),

    /// The same where 50,000 people or more are in the system, or unique identifiers or sensitive
    /// data, or where the controller is a telecommunications carrier.
    ACCESS_TWO_YEARS(
            Period.ofYears(2),
            "PIPA Safety Measures Standard Art. 8(1) proviso (access records ≥ 2 years)"),

    /// Somebody was given, or lost, the right to see personal data.
    AUTHORITY(
            Period.ofYears(3),
            "PIPA Safety Measures Standard Art. 5(3) (access authority ≥ 3 years)"),

    /// Everything else that is told: what access records are held against, so none of it ends
    /// before them.
    EVIDENCE(Period.ofYears(1), "no law names a period (docs/legal-assumptions.md)");

    private static final ZoneId KOREA = ZoneId.of("Asia/Seoul");
    private static final String AUTHORITY_TYPES = "io.jikim.authority.";

    private final Period least;
    private final String law;

    RecordClass(Period least, String law) {
        this.least = least;
        this.law = law;
    }

    /// @param twoYears whether the tenant is one whose access records stay for two years
    public static RecordClass of(Fact fact, boolean twoYears) {
        return switch (fact) {
            case Fact.Access _ -> twoYears ? ACCESS_TWO_YEARS : ACCESS;
            case Fact.Lifecycle told ->
                    told.told().type().startsWith(AUTHORITY_TYPES) ? AUTHORITY : EVIDENCE;
            case Fact.Claim _ -> EVIDENCE;
        };
    }

    /// What nobody may go below.
    public Period least() {
        return least;
    }

    public String law() {
        return law;
    }

    /// The last day on which what got its place then can still be read (Civil Act 157, 160): the
    /// period runs from the day in Korea on which the log took it in, whatever its speaker's clock
    /// said.
    public static LocalDate lastDay(Instant sequenced, Period period) {
        return LocalDate.ofInstant(sequenced, KOREA).plus(period);
    }
}
