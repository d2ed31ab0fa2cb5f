package io.jikim.consent.consents.application.port;

import io.jikim.consent.consents.domain.ErasureOrder;
import io.jikim.platform.access.Tenant;
import java.time.Instant;
import java.util.List;

/// The erasure orders that have arrived and are not carried out yet.
public interface Orders {

    /// Keeps an order until it is carried out; one that is here already changes nothing.
    void add(ErasureOrder order);

    /// Takes an order away because it is carried out in this transaction; false if another one has.
    boolean take(ErasureOrder order);

    /// What is due, of every tenant, the longest due first, a few at a time.
    List<Waiting> due(Instant now);

    /// To be tried again, later with every failure, up to a minute.
    void failed(ErasureOrder order, Instant at);

    /// An order and whose it is.
    record Waiting(Tenant tenant, ErasureOrder order) {}
}
