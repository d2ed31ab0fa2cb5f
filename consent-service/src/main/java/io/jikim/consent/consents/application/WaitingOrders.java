package io.jikim.consent.consents.application;

import io.jikim.consent.consents.application.port.Orders;
import io.jikim.consent.consents.application.port.Orders.Waiting;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/// Query: the orders of every tenant that are to be carried out.
@ApplicationScoped
public class WaitingOrders {

    private final Orders orders;

    public WaitingOrders(Orders orders) {
        this.orders = orders;
    }

    public List<Waiting> next() {
        return orders.waiting();
    }
}
