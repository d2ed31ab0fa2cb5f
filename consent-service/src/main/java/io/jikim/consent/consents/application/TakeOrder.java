package io.jikim.consent.consents.application;

import io.jikim.consent.consents.application.port.Orders;
import io.jikim.consent.consents.domain.ErasureOrder;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/// Use case: an order is carried out in the caller's transaction, by one of us only.
@ApplicationScoped
public class TakeOrder {

    private final Orders orders;

    public TakeOrder(Orders orders) {
        this.orders = orders;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public boolean take(ErasureOrder order) {
        return orders.take(order);
    }
}
