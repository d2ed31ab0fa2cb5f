package io.jikim.retention.archive.application;

import io.jikim.retention.erasure.application.port.Archive;
import io.jikim.retention.erasure.application.port.ArchiveDeposit;
import io.jikim.retention.erasure.application.port.Erasures;
import io.jikim.retention.erasure.application.port.Policies;
import io.jikim.retention.erasure.domain.Basis;
import io.jikim.retention.erasure.domain.Category;
import io.jikim.retention.erasure.domain.ErasureId;
import io.jikim.retention.erasure.domain.PolicyRules;
import io.jikim.retention.erasure.domain.TenantCode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Use case: a participant hands over what a law keeps of a person, before it erases its own copy.
@ApplicationScoped
public class DepositRecords {
    private final Erasures erasures;
    private final Policies policies;
    private final Archive archive;

    public DepositRecords(Erasures erasures, Policies policies, Archive archive) {
        this.erasures = erasures;
        this.policies = policies;
        this.archive = archive;
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
        var found = erasures.find(erasure);
        if (found.isEmpty()) {
            return new Deposit.UnknownCase();
        }
        Map<Category, Basis> laws = policies.current().map(PolicyRules::statutory).orElse(Map.of());
        var refused = new TreeSet<String>();
        var deposits = new ArrayList<ArchiveDeposit>();
        for (Handed record : records) {
            var law = laws.get(record.category());
            if (law == null || record.basis() != null && !record.basis().equals(law.code())) {
                refused.add(record.category().code());
            } else {
                deposits.add(
                        new ArchiveDeposit(
                                erasure,
                                found.get().opening().subject(),
                                record.category(),
                                law,
                                new ArchiveDeposit.Origin(
                                        "participant:" + participant,
                                        record.key(),
                                        record.legalEvent()),
                                record.fields()));
            }
        }
        return refused.isEmpty()
                ? new Deposit.Taken(archive.deposit(tenant, deposits))
                : new Deposit.NoLaw(List.copyOf(refused));
    }
}
