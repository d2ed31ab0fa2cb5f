package io.jikim.consent.consents.adapter.out.rights;

import io.jikim.consent.consents.application.port.Corrections;
import io.jikim.consent.consents.domain.SubjectRef;
import io.jikim.consent.rights.application.port.CorrectionRequests;
import io.jikim.consent.rights.domain.Correction;
import io.jikim.consent.rights.domain.Requester;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.stream.Collectors;

/// The corrections that are still owed.
@ApplicationScoped
class OpenCorrections implements Corrections {

    private final CorrectionRequests requests;

    OpenCorrections(CorrectionRequests requests) {
        this.requests = requests;
    }

    @Override
    public Set<String> outstanding(SubjectRef subject) {
        return requests.open(new Requester(subject.value())).stream()
                .filter(Correction::restricting)
                .flatMap(request -> request.outstanding().stream())
                .collect(Collectors.toUnmodifiableSet());
    }
}
