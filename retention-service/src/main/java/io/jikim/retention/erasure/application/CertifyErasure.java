package io.jikim.retention.erasure.application;

import io.jikim.retention.erasure.application.port.Erasures;
import io.jikim.retention.erasure.application.port.Holds;
import io.jikim.retention.erasure.domain.Erasure;
import io.jikim.retention.erasure.domain.ErasureId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/// Use case: a case that is carried out, looked through and told gets its certificate.
@ApplicationScoped
public class CertifyErasure {
    private final Erasures erasures;
    private final Holds holds;
    private final IssueRevision issue;

    CertifyErasure(Erasures erasures, Holds holds, IssueRevision issue) {
        this.erasures = erasures;
        this.holds = holds;
        this.issue = issue;
    }

    /// No hold comes or goes meanwhile, so that what the certificate says about holds is true.
    @Transactional
    public void certify(ErasureId id) {
        var subject =
                erasures.find(id).orElseThrow(() -> new UnknownErasure(id)).opening().subject();
        holds.guard(subject);
        if (!(erasures.lock(id).orElse(null) instanceof Erasure.Informed informed)) {
            return;
        }
        issue.issue(informed.certify());
    }
}
