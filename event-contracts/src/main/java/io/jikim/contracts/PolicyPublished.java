package io.jikim.contracts;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Set;

/// A policy version is in force; carries the whole state, so the highest version is all a reader
/// needs.
///
/// `digest` is the lower-case hex SHA-256 of the policy's canonical JSON. `restoreDays` is the
/// restore window of the operator's choice: 0 where the policy promises destruction without delay.
public record PolicyPublished(
        int version,
        String digest,
        LocalDate effectiveDate,
        int restoreDays,
        List<Purpose> purposes,
        List<Item> items,
        List<RetentionRule> retentionRules)
        implements Event {

    public PolicyPublished {
        purposes = List.copyOf(purposes);
        items = List.copyOf(items);
        retentionRules = List.copyOf(retentionRules);
    }

    @Override
    public String key() {
        return "policy";
    }

    /// The ground that makes a purpose lawful (PIPA Art. 15(1), GDPR Art. 6(1)).
    public enum Basis {
        CONTRACT,
        CONSENT,
        LAW
    }

    /// Why data is processed, for which kinds of person, and which items and categories it needs.
    /// An `optional` purpose may be refused without losing the service (PIPA Art. 16(3), 22(5)).
    public record Purpose(
            String code,
            Basis basis,
            boolean optional,
            Set<Kind> kinds,
            List<String> items,
            List<String> categories) {

        public Purpose {
            kinds = Set.copyOf(kinds);
            items = List.copyOf(items);
            categories = List.copyOf(categories);
        }
    }

    /// One item of personal data that the policy names, the category it is kept in, and who must
    /// give it.
    public record Item(String code, String category, Set<Kind> kinds, Set<Kind> required) {

        public Item {
            kinds = Set.copyOf(kinds);
            required = Set.copyOf(required);
        }
    }

    /// A law that keeps a category after the purpose has ended: `period` runs from each record's
    /// own legal event. A category without a rule is destroyed without delay.
    public record RetentionRule(String category, Period period, String basis) {}
}
