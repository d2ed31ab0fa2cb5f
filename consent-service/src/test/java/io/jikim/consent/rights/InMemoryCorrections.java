package io.jikim.consent.rights;

import io.jikim.consent.rights.application.port.CorrectionRequests;
import io.jikim.consent.rights.domain.Correction;
import io.jikim.consent.rights.domain.RequestId;
import io.jikim.consent.rights.domain.Requester;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Correction requests in memory.
public class InMemoryCorrections implements CorrectionRequests {

    private final Map<RequestId, Correction> requests = new LinkedHashMap<>();
    private int updates;

    @Override
    public Optional<Correction> find(RequestId id) {
        return Optional.ofNullable(requests.get(id));
    }

    @Override
    public List<Correction> open(Requester requester) {
        return requests.values().stream()
                .filter(request -> request.requester().equals(requester))
                .filter(request -> !request.outstanding().isEmpty())
                .toList();
    }

    @Override
    public void add(Correction requested) {
        requests.put(requested.id(), requested);
    }

    @Override
    public void update(Correction changed) {
        requests.put(changed.id(), changed);
        updates++;
    }

    public int updates() {
        return updates;
    }
}
