package io.jikim.consent.consents.application;

import io.jikim.consent.consents.application.port.Orders;
import io.jikim.consent.consents.application.port.Orders.Waiting;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.List;

/// Query: the orders of every tenant that are to be carried out now.
@ApplicationScoped
public class WaitingOrders {

    private final Orders orders;
    private final InstantSource clock;

    public WaitingOrders(Orders orders, InstantSource clock) {
        this.orders = orders;
        this.clock = clock;
    }

    public List<Waiting> next() {
        return orders.due(clock.instant());
    }
}
