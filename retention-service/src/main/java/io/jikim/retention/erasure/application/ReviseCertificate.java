package io.jikim.retention.erasure.application;

import io.jikim.retention.erasure.application.port.DestroyedRecord;
import io.jikim.retention.erasure.application.port.Erasures;
import io.jikim.retention.erasure.domain.Erasure;
import io.jikim.retention.erasure.domain.ErasureId;
import io.jikim.retention.erasure.domain.Expiry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.stream.Collectors;

/// Use case: records that the archive destroyed go on the next revision of their case's
/// certificate.
@ApplicationScoped
public class ReviseCertificate {
    private final Erasures erasures;
    private final IssueRevision issue;

    ReviseCertificate(Erasures erasures, IssueRevision issue) {
        this.erasures = erasures;
        this.issue = issue;
    }

    /// False if the case has no certificate to revise now; records it already names are no news.
    @Transactional
    public boolean revise(ErasureId id, List<DestroyedRecord> records) {
        if (!(erasures.lock(id).orElse(null) instanceof Erasure.Certified certified)) {
            return false;
        }
        var known =
                certified.course().expiries().stream()
                        .map(Expiry::record)
                        .collect(Collectors.toSet());
        var news =
                records.stream()
                        .filter(record -> !known.contains(record.record()))
                        .map(ReviseCertificate::expiry)
                        .toList();
        if (!news.isEmpty()) {
            issue.issue(certified.expired(news));
        }
        return true;
    }

    private static Expiry expiry(DestroyedRecord record) {
        return new Expiry(
                record.record(),
                record.category(),
                record.until(),
                record.at(),
                record.keyCommitment());
    }
}
