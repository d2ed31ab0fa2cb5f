package io.jikim.consent.consents.application;

import io.jikim.consent.consents.application.port.Orders;
import io.jikim.consent.consents.domain.ErasureOrder;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;

/// Use case: an order could not be carried out; it waits longer each time, so that the others are
/// not kept from their turn.
@ApplicationScoped
public class PostponeOrder {

    private final Orders orders;
    private final InstantSource clock;

    public PostponeOrder(Orders orders, InstantSource clock) {
        this.orders = orders;
        this.clock = clock;
    }

    @Transactional
    public void postpone(ErasureOrder order) {
        orders.failed(order, clock.instant());
    }
}
