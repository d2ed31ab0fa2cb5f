package io.jikim.consent.rights.application;

import io.jikim.consent.rights.application.port.CorrectionRequests;
import io.jikim.consent.rights.domain.Correction;
import io.jikim.consent.rights.domain.RequestId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/// Query: how far a rights request has come.
@ApplicationScoped
public class FindCorrection {

    private final CorrectionRequests requests;

    public FindCorrection(CorrectionRequests requests) {
        this.requests = requests;
    }

    @Transactional
    public Correction find(RequestId id) {
        return requests.find(id).orElseThrow(() -> new UnknownRequest(id));
    }
}
