package io.jikim.consent.consents.domain;

import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What an erasure case tells this service to do with a person's records; `round` counts from 1 and
/// grows when a released hold lets owed parts go on.
public record ErasureOrder(
        UUID caseId, SubjectRef subject, int round, Scope scope, List<Fate> fates, Instant at) {

    /// Consents, withdrawals and terminations are records related to a contract.
    public static final String CONTRACT_RECORDS = "contract-records";

    /// Who is known here and what they asked for is part of their profile.
    public static final String PROFILE = "profile";

    public ErasureOrder {
        fates = List.copyOf(fates);
    }

    /// How much of a person's data a case is about.
    public enum Scope {
        MEMBERSHIP,
        PURPOSE
    }

    /// What becomes of a category.
    public enum Disposition {
        ERASE,
        ARCHIVE,
        ANONYMISE,
        RETAIN,
        HOLD,
        KEEP
    }

    /// The fate of one category, with the law and its period, or the hold, that decides it.
    public record Fate(
            String category,
            List<String> items,
            Disposition disposition,
            @Nullable String basis,
            @Nullable Period period,
            @Nullable UUID holdId) {

        public Fate {
            items = List.copyOf(items);
        }
    }

    /// What the order says about a category. In the first round a category that the policy does not
    /// name has nothing that keeps it; in a later one it is settled already.
    public Optional<Disposition> dispositionOf(String category) {
        return fate(category)
                .map(Fate::disposition)
                .or(() -> round == 1 ? Optional.of(Disposition.ERASE) : Optional.empty());
    }

    /// The order about a category, if there is one.
    public Optional<Fate> fate(String category) {
        return fates.stream().filter(fate -> fate.category().equals(category)).findFirst();
    }
}
