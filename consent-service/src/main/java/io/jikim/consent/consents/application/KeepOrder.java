package io.jikim.consent.consents.application;

import io.jikim.consent.consents.application.port.Orders;
import io.jikim.consent.consents.domain.ErasureOrder;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/// Use case: an order to erase has arrived. It is carried out apart from its arrival, because the
/// archive is asked over the network, and no transaction waits for a network.
@ApplicationScoped
public class KeepOrder {

    private final Orders orders;

    public KeepOrder(Orders orders) {
        this.orders = orders;
    }

    @Transactional
    public void keep(ErasureOrder order) {
        orders.add(order);
    }
}
