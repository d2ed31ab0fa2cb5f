package io.jikim.retention.archive.application;

import io.jikim.platform.time.BusinessClock;
import io.jikim.retention.erasure.application.port.Archive;
import io.jikim.retention.erasure.application.port.ArchiveDeposit;
import io.jikim.retention.erasure.application.port.Erasures;
import io.jikim.retention.erasure.application.port.Policies;
import io.jikim.retention.erasure.domain.Basis;
import io.jikim.retention.erasure.domain.Category;
import io.jikim.retention.erasure.domain.Erasure;
import io.jikim.retention.erasure.domain.ErasureId;
import io.jikim.retention.erasure.domain.PolicyRules;
import io.jikim.retention.erasure.domain.TenantCode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Use case: a participant hands over what a law keeps of a person, before it erases its own copy.
@ApplicationScoped
public class DepositRecords {
    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);

    private final Erasures erasures;
    private final Policies policies;
    private final Archive archive;
    private final BusinessClock business;
    private final ZoneId calendar;

    public DepositRecords(
            Erasures erasures,
            Policies policies,
            Archive archive,
            BusinessClock business,
            ZoneId calendar) {
        this.erasures = erasures;
        this.policies = policies;
        this.archive = archive;
        this.business = business;
        this.calendar = calendar;
    }

    /// One record as its participant knows it.
    ///
    /// @param key the participant's own key of it: a repeated deposit meets itself
    /// @param basis the law as the participant reads it; null to leave it to the policy
    public record Handed(
            Category category,
            String key,
            LocalDate legalEvent,
            @Nullable String basis,
            Map<String, String> fields) {
        public Handed {
            fields = Collections.unmodifiableMap(new TreeMap<>(fields));
        }

        @Override
        public String toString() {
            return "Handed[" + category + "]";
        }
    }

    /// All records are taken, or none is.
    public Deposit deposit(
            TenantCode tenant, ErasureId erasure, String participant, List<Handed> records) {
        var refusal = refusal(tenant, erasure, records);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        var subject = erasures.find(erasure).orElseThrow().opening().subject();
        var laws = laws();
        var deposits = new ArrayList<ArchiveDeposit>();
        for (Handed record : records) {
            deposits.add(
                    new ArchiveDeposit(
                            erasure,
                            subject,
                            record.category(),
                            Objects.requireNonNull(laws.get(record.category())),
                            new ArchiveDeposit.Origin(
                                    Archive.source(participant), record.key(), record.legalEvent()),
                            record.fields()));
        }
        return new Deposit.Taken(archive.deposit(tenant, deposits));
    }

    /// Why these records would not be taken now; empty if they would.
    public Optional<Deposit> refusal(TenantCode tenant, ErasureId erasure, List<Handed> records) {
        var found = erasures.find(erasure);
        if (found.isEmpty()) {
            return Optional.of(new Deposit.UnknownCase());
        }
        if (!isOpen(found.get())) {
            return Optional.of(new Deposit.CaseClosed());
        }
        var undated = undated(tenant, records);
        if (!undated.isEmpty()) {
            return Optional.of(new Deposit.NoSuchDay(undated));
        }
        var laws = laws();
        var lawless = new TreeSet<String>();
        for (Handed record : records) {
            var law = laws.get(record.category());
            if (law == null || record.basis() != null && !record.basis().equals(law.code())) {
                lawless.add(record.category().code());
            }
        }
        return lawless.isEmpty()
                ? Optional.empty()
                : Optional.of(new Deposit.NoLaw(List.copyOf(lawless)));
    }

    private Map<Category, Basis> laws() {
        return policies.current().map(PolicyRules::statutory).orElse(Map.of());
    }

    private static boolean isOpen(Erasure erasure) {
        return switch (erasure) {
            case Erasure.Frozen _, Erasure.Planned _, Erasure.Ordered _, Erasure.Verified _ -> true;
            case Erasure.Opened _, Erasure.Informed _, Erasure.Certified _ -> false;
        };
    }

    /// A day may be tomorrow's already where the participant keeps its books.
    private List<Integer> undated(TenantCode tenant, List<Handed> records) {
        var latest = business.instant(tenant.code()).atZone(calendar).toLocalDate().plusDays(1);
        return IntStream.range(0, records.size())
                .filter(i ->
                        records.get(i).legalEvent().isBefore(EARLIEST)
                                || records.get(i).legalEvent().isAfter(latest))
                .boxed()
                .toList();
    }
}
