package io.jikim.audit.adapter.out.postgres;

import static java.util.stream.Collectors.groupingBy;

import io.jikim.audit.application.port.Entry;
import io.jikim.audit.application.port.Receipts;
import io.jikim.audit.domain.Fact;
import io.jikim.contracts.AccessesSequenced;
import io.jikim.contracts.AccessesSequenced.Place;
import io.jikim.platform.access.Tenant;
import io.jikim.platform.access.TenantScope;
import io.jikim.platform.messaging.Outbox;
import io.jikim.platform.sql.Rows;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import javax.sql.DataSource;

/// Receipts through the outbox, in the transaction that gave the places.
@ApplicationScoped
class OutboxReceipts implements Receipts {
    private static final String SPEAK_FOR = "select set_config('jikim.tenant', ?, true)";

    private final Rows database;
    private final Outbox outbox;

    OutboxReceipts(DataSource database, Outbox outbox) {
        this.database = new Rows(database);
        this.outbox = outbox;
    }

    @Override
    public void announce(List<Entry> entries) {
        entries.stream()
                .filter(entry -> isAwaited(entry.fact()))
                .collect(groupingBy(entry -> entry.fact().told().tenant()))
                .forEach(this::announce);
    }

    /// One transaction holds facts of several tenants, and the outbox is each tenant's own.
    private void announce(String code, List<Entry> entries) {
        TenantScope.run(
                new Tenant(code),
                () -> {
                    database.one(SPEAK_FOR, row -> row.getString(1), code);
                    for (int from = 0; from < entries.size(); from += AccessesSequenced.MOST) {
                        int to = Math.min(from + AccessesSequenced.MOST, entries.size());
                        outbox.append(receipt(entries.subList(from, to)));
                    }
                });
    }

    private static AccessesSequenced receipt(List<Entry> entries) {
        return new AccessesSequenced(
                entries.stream()
                        .map(entry -> new Place(entry.fact().told().event(), entry.index()))
                        .toList());
    }

    private static boolean isAwaited(Fact fact) {
        return switch (fact) {
            // whoever has posted one is answered with its place
            case Fact.Access access -> !access.told().isPosted();
            case Fact.Claim _ -> false;
            case Fact.Lifecycle lifecycle -> lifecycle.stated().containsKey("certificateDigest");
        };
    }
}
