package io.jikim.consent.consents.application;

import static io.jikim.consent.consents.domain.ErasureOrder.CONTRACT_RECORDS;
import static io.jikim.consent.consents.domain.ErasureOrder.PROFILE;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import io.jikim.consent.consents.application.port.Consents;
import io.jikim.consent.consents.application.port.Memberships;
import io.jikim.consent.consents.application.port.Remains;
import io.jikim.consent.consents.domain.ArchiveRecord;
import io.jikim.consent.consents.domain.ConsentHistory;
import io.jikim.consent.consents.domain.ErasureOrder;
import io.jikim.consent.consents.domain.ErasureOrder.Disposition;
import io.jikim.consent.consents.domain.ErasureOrder.Fate;
import io.jikim.consent.consents.domain.Membership;
import io.jikim.consent.consents.domain.Settlement;
import io.jikim.consent.consents.domain.Settlement.Result;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Use case: a person's records leave this service as an erasure case orders; what is to be
/// archived stands in the archive already.
@ApplicationScoped
public class EraseSubject {

    /// The controller must be able to prove a consent (PIPA Art. 22(3)) while the membership lives.
    private static final String PROOF = "PIPA Art. 22(3)";

    private final Memberships memberships;
    private final Consents consents;
    private final Remains remains;

    public EraseSubject(Memberships memberships, Consents consents, Remains remains) {
        this.memberships = memberships;
        this.consents = consents;
        this.remains = remains;
    }

    /// Carrying an order out a second time finds nothing, and says so.
    @Transactional
    public Settlement erase(ErasureOrder order) {
        var membership = memberships.lock(order.subject());
        if (membership.isEmpty()) {
            return new Settlement(List.of());
        }
        return switch (order.scope()) {
            case PURPOSE -> keepProof(order);
            case MEMBERSHIP -> eraseMembership(order, membership.orElseThrow());
        };
    }

    private Settlement keepProof(ErasureOrder order) {
        long proofs = consents.historyOf(order.subject()).records().size();
        return new Settlement(
                List.of(new Result(CONTRACT_RECORDS, Disposition.RETAIN, proofs, PROOF, null)));
    }

    private Settlement eraseMembership(ErasureOrder order, Membership membership) {
        var history = consents.historyOf(order.subject());
        var results = new ArrayList<Result>();
        results.addAll(contractRecords(order, membership, history));
        profile(order).ifPresent(results::add);
        if (Stream.of(CONTRACT_RECORDS, PROFILE).noneMatch(category -> held(order, category))) {
            remains.eraseMembership(order.subject(), order.caseId());
        }
        return new Settlement(results);
    }

    private List<Result> contractRecords(
            ErasureOrder order, Membership membership, ConsentHistory history) {
        return order.dispositionOf(CONTRACT_RECORDS)
                .map(disposition -> {
                    var records = ArchiveRecord.of(membership, history);
                    if (disposition == Disposition.HOLD) {
                        return List.of(held(CONTRACT_RECORDS, records.size()));
                    }
                    remains.eraseConsents(order.subject());
                    return settled(order.fate(CONTRACT_RECORDS), disposition, records);
                })
                .orElse(List.of());
    }

    private Optional<Result> profile(ErasureOrder order) {
        return order.dispositionOf(PROFILE)
                .map(disposition ->
                        disposition == Disposition.HOLD
                                ? held(PROFILE, 1)
                                : new Result(
                                        PROFILE,
                                        Disposition.ERASE,
                                        1 + remains.eraseRequests(order.subject()),
                                        null,
                                        null));
    }

    /// Held now; a category that a later round does not name was settled in an earlier one.
    private static boolean held(ErasureOrder order, String category) {
        return order.dispositionOf(category).filter(Disposition.HOLD::equals).isPresent();
    }

    private static Result held(String category, long count) {
        return new Result(category, Disposition.HOLD, count, null, null);
    }

    /// One result per end of a period: the archive destroys each record at its own, and the
    /// certificate strikes it out by that day.
    private static List<Result> settled(
            Optional<Fate> fate, Disposition disposition, List<ArchiveRecord> records) {
        var basis = fate.map(Fate::basis).orElse(null);
        var period = fate.map(Fate::period);
        if (period.isEmpty() || records.isEmpty()) {
            return List.of(new Result(CONTRACT_RECORDS, disposition, records.size(), basis, null));
        }
        return records.stream()
                .map(record -> record.legalEvent().plus(period.orElseThrow()))
                .collect(groupingBy(until -> until, TreeMap::new, counting()))
                .entrySet()
                .stream()
                .map(ending ->
                        new Result(
                                CONTRACT_RECORDS,
                                disposition,
                                ending.getValue(),
                                basis,
                                ending.getKey()))
                .toList();
    }
}
