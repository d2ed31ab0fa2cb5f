package io.jikim.consent.consents.application;

import io.jikim.consent.consents.application.port.Consents;
import io.jikim.consent.consents.application.port.Memberships;
import io.jikim.consent.consents.domain.ArchiveRecord;
import io.jikim.consent.consents.domain.ErasureOrder;
import io.jikim.consent.consents.domain.ErasureOrder.Disposition;
import io.jikim.consent.consents.domain.ErasureOrder.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;

/// Query: which records of a person the law keeps, by the order of an erasure case.
@ApplicationScoped
public class RecordsToArchive {

    private final Memberships memberships;
    private final Consents consents;

    public RecordsToArchive(Memberships memberships, Consents consents) {
        this.memberships = memberships;
        this.consents = consents;
    }

    @Transactional
    public List<ArchiveRecord> of(ErasureOrder order) {
        var disposition = order.dispositionOf(ErasureOrder.CONTRACT_RECORDS);
        if (order.scope() != Scope.MEMBERSHIP
                || disposition.filter(Disposition.ARCHIVE::equals).isEmpty()) {
            return List.of();
        }
        return memberships
                .find(order.subject())
                .map(member -> ArchiveRecord.of(member, consents.historyOf(order.subject())))
                .orElse(List.of());
    }
}
