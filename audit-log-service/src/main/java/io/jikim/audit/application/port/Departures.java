package io.jikim.audit.application.port;

import io.jikim.audit.domain.Departure;
import java.util.List;

/// What has left the log.
public interface Departures {

    /// Parts that were pruned within the last year, and how far each class is shredded where
    /// anything is. A year, because no class ends earlier: what was told of them is still known.
    List<Departure> recent();
}
