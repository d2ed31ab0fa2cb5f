package io.jikim.consent.policy.domain;

import java.time.Period;
import java.util.List;

/// How long data stays: the operator's own sentences, and what laws demand.
public record Retention(List<Text> company, List<StatutoryRule> law) {

    public Retention {
        company = List.copyOf(company);
        law = List.copyOf(law);
    }

    /// A law keeps a category of records for a period that runs from each record's own legal event.
    public record StatutoryRule(String category, Period period, String basis, Text sentence) {}
}
