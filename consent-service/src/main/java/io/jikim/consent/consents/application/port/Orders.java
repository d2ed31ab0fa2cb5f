package io.jikim.consent.consents.application.port;

import io.jikim.consent.consents.domain.ErasureOrder;
import io.jikim.platform.access.Tenant;
import java.util.List;

/// The erasure orders that have arrived and are not carried out yet.
public interface Orders {

    /// Keeps an order until it is carried out; one that is here already changes nothing.
    void add(ErasureOrder order);

    /// Takes an order away because it is carried out in this transaction; false if another one has.
    boolean take(ErasureOrder order);

    /// What waits, of every tenant, oldest first, a few at a time.
    List<Waiting> waiting();

    /// An order and whose it is.
    record Waiting(Tenant tenant, ErasureOrder order) {}
}
