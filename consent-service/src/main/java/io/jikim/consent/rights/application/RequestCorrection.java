package io.jikim.consent.rights.application;

import io.jikim.consent.rights.application.port.CorrectionRequests;
import io.jikim.consent.rights.application.port.Requesters;
import io.jikim.consent.rights.domain.Correction;
import io.jikim.consent.rights.domain.RequestId;
import io.jikim.consent.rights.domain.Requester;
import io.jikim.platform.time.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Set;

/// Use case: a person says that items of their data are wrong; until they are corrected they are
/// not used.
@ApplicationScoped
public class RequestCorrection {

    private final CorrectionRequests requests;
    private final Requesters requesters;
    private final InstantSource clock;
    private final Ids ids;

    public RequestCorrection(
            CorrectionRequests requests, Requesters requesters, InstantSource clock, Ids ids) {
        this.requests = requests;
        this.requesters = requesters;
        this.clock = clock;
        this.ids = ids;
    }

    @Transactional
    public Correction request(Requester requester, Set<String> items) {
        var held = requesters.find(requester).orElseThrow(() -> new UnknownRequester(requester));
        var unknown = new HashSet<>(items);
        unknown.removeAll(held.items());
        if (!unknown.isEmpty()) {
            throw new UnknownItems(unknown);
        }
        var correction =
                Correction.requested(
                        new RequestId(ids.next()),
                        requester,
                        items,
                        held.restrictUseUntilCorrected(),
                        clock.instant());
        requests.add(correction);
        return correction;
    }
}
