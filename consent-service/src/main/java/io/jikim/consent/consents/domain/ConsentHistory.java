package io.jikim.consent.consents.domain;

import io.jikim.consent.consents.domain.ConsentRecord.Answer;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Everything a person has answered, oldest first; what holds now is the last answer per purpose.
public record ConsentHistory(List<ConsentRecord> records) {

    public ConsentHistory {
        records = List.copyOf(records);
    }

    /// The answer that holds now for this purpose.
    public Optional<ConsentRecord> current(String purpose) {
        return records.stream()
                .filter(entry -> entry.purpose().equals(purpose))
                .reduce((_, later) -> later);
    }

    /// The answers that hold now, in the order of their purposes' codes.
    public List<ConsentRecord> current() {
        Map<String, ConsentRecord> byPurpose =
                records.stream()
                        .collect(
                                Collectors.toMap(
                                        ConsentRecord::purpose, entry -> entry, (_, last) -> last));
        return byPurpose.values().stream()
                .sorted(Comparator.comparing(ConsentRecord::purpose))
                .toList();
    }

    /// The purposes consented to and not withdrawn.
    public Set<String> given() {
        return current().stream()
                .filter(entry -> entry.answer() == Answer.GIVEN)
                .map(ConsentRecord::purpose)
                .collect(Collectors.toUnmodifiableSet());
    }

    /// The withdrawal that took back this consent or a later one to the same purpose.
    public Optional<ConsentRecord> withdrawalOf(ConsentRecord given) {
        return records.stream()
                .filter(entry -> entry.purpose().equals(given.purpose()))
                .dropWhile(entry -> !entry.id().equals(given.id()))
                .filter(entry -> entry.answer() == Answer.WITHDRAWN)
                .findFirst();
    }
}
