package io.jikim.consent.rights.application;

import io.jikim.consent.rights.application.port.CorrectionRequests;
import io.jikim.consent.rights.domain.Requester;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.Collection;

/// Use case: items of a person have been corrected; the requests that waited for them go on.
@ApplicationScoped
public class AcceptCorrection {

    private final CorrectionRequests requests;
    private final InstantSource clock;

    public AcceptCorrection(CorrectionRequests requests, InstantSource clock) {
        this.requests = requests;
        this.clock = clock;
    }

    @Transactional
    public void accept(Requester requester, Collection<String> items) {
        var now = clock.instant();
        requests.open(requester)
                .forEach(request -> request.corrected(items, now).ifPresent(requests::update));
    }
}
