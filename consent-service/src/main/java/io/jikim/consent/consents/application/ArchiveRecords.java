package io.jikim.consent.consents.application;

import io.jikim.consent.consents.application.port.Deposits;
import io.jikim.consent.consents.domain.ErasureOrder;
import jakarta.enterprise.context.ApplicationScoped;

/// Use case: what the law keeps moves into the archive, before anything is deleted here. Holds no
/// transaction while the archive is asked.
@ApplicationScoped
public class ArchiveRecords {

    private final RecordsToArchive records;
    private final Deposits deposits;

    public ArchiveRecords(RecordsToArchive records, Deposits deposits) {
        this.records = records;
        this.deposits = deposits;
    }

    public void archive(ErasureOrder order) {
        var found = records.of(order);
        if (!found.isEmpty()) {
            deposits.deposit(order, found);
        }
    }
}
