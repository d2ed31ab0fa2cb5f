package io.jikim.consent.rights.application.port;

import io.jikim.consent.rights.domain.Correction;
import io.jikim.consent.rights.domain.RequestId;
import io.jikim.consent.rights.domain.Requester;
import java.util.List;
import java.util.Optional;

/// The correction requests of this tenant's people.
public interface CorrectionRequests {

    Optional<Correction> find(RequestId id);

    /// The requests of a person that are not completed, oldest first.
    List<Correction> open(Requester requester);

    /// Stores a new request; announces it and that the data must not be used.
    void add(Correction requested);

    /// Stores how far a request has come; once completed announces it and that use goes on.
    void update(Correction changed);
}
