package io.jikim.retention.archive.adapter.out.postgres;

import io.jikim.retention.archive.domain.RecordFact;
import io.jikim.retention.erasure.application.port.ArchiveDeposit;
import io.jikim.retention.erasure.application.port.ArchiveReceipt;
import io.jikim.retention.erasure.application.port.DestroyedRecord;
import java.util.ArrayList;
import java.util.List;

/// Turns what the archive did into what it tells.
final class Announcements {
    private Announcements() {}

    static List<RecordFact> of(List<ArchiveDeposit> deposits, List<ArchiveReceipt> receipts) {
        var facts = new ArrayList<RecordFact>();
        for (int i = 0; i < Math.min(deposits.size(), receipts.size()); i++) {
            if (receipts.get(i) instanceof ArchiveReceipt.Kept kept) {
                var deposit = deposits.get(i);
                var ref =
                        new RecordFact.RecordRef(
                                kept.record(),
                                deposit.erasure().value(),
                                deposit.subject().value(),
                                deposit.category().code());
                facts.add(new RecordFact.Archived(ref, deposit.basis().code(), kept.until()));
            }
        }
        return facts;
    }

    static List<RecordFact> of(List<DestroyedRecord> records) {
        return records.stream()
                .<RecordFact>map(record ->
                        new RecordFact.Destroyed(
                                new RecordFact.RecordRef(
                                        record.record(),
                                        record.erasure().value(),
                                        record.subject().value(),
                                        record.category().code()),
                                record.at()))
                .toList();
    }
}
