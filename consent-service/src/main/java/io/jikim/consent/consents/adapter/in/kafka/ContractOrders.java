package io.jikim.consent.consents.adapter.in.kafka;

import io.jikim.consent.consents.domain.ErasureOrder;
import io.jikim.consent.consents.domain.ErasureOrder.Disposition;
import io.jikim.consent.consents.domain.ErasureOrder.Fate;
import io.jikim.consent.consents.domain.ErasureOrder.Scope;
import io.jikim.consent.consents.domain.SubjectRef;
import io.jikim.contracts.ErasureOpened;
import io.jikim.contracts.ErasureOrdered;

/// Orders as the contract words them, there and back.
class ContractOrders {

    private ContractOrders() {}

    static ErasureOrder toDomain(ErasureOrdered ordered) {
        return new ErasureOrder(
                ordered.caseId(),
                new SubjectRef(ordered.subjectRef()),
                ordered.round(),
                Scope.valueOf(ordered.scope().name()),
                ordered.orders().stream().map(ContractOrders::fate).toList(),
                ordered.at());
    }

    static ErasureOrdered toContract(ErasureOrder order) {
        return new ErasureOrdered(
                order.caseId(),
                order.subject().value(),
                order.round(),
                ErasureOpened.Scope.valueOf(order.scope().name()),
                order.fates().stream().map(ContractOrders::order).toList(),
                order.at());
    }

    private static Fate fate(ErasureOrdered.Order order) {
        return new Fate(
                order.category(),
                order.items(),
                Disposition.valueOf(order.disposition().name()),
                order.basis(),
                order.period(),
                order.holdId());
    }

    private static ErasureOrdered.Order order(Fate fate) {
        return new ErasureOrdered.Order(
                fate.category(),
                fate.items(),
                io.jikim.contracts.Disposition.valueOf(fate.disposition().name()),
                fate.basis(),
                fate.period(),
                fate.holdId());
    }
}
