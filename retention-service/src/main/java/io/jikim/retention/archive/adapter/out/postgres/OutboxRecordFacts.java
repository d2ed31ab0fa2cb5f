package io.jikim.retention.archive.adapter.out.postgres;

import io.agroal.api.AgroalDataSource;
import io.jikim.contracts.Event;
import io.jikim.contracts.RecordArchived;
import io.jikim.contracts.RecordDestroyed;
import io.jikim.platform.messaging.Outbox;
import io.jikim.retention.archive.application.port.RecordFacts;
import io.jikim.retention.archive.domain.RecordFact;
import io.jikim.retention.erasure.domain.TenantCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Collection;
import java.util.UUID;

/// Tells what happened in the archive through the outbox of the live database, in a transaction of
/// its own: the archive has committed already.
@ApplicationScoped
class OutboxRecordFacts implements RecordFacts {
    private static final String FIRST =
            "insert into announced_record (tenant, record, fact) values (?, ?, ?)"
                    + " on conflict do nothing";

    private final AgroalDataSource database;
    private final Outbox outbox;
    private final InstantSource clock;

    OutboxRecordFacts(AgroalDataSource database, Outbox outbox, InstantSource clock) {
        this.database = database;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void announce(TenantCode tenant, Collection<RecordFact> facts) {
        for (RecordFact fact : facts) {
            if (first(tenant, fact.record().id(), name(fact))) {
                outbox.append(event(fact));
            }
        }
    }

    private boolean first(TenantCode tenant, UUID record, String fact) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(FIRST)) {
            statement.setString(1, tenant.code());
            statement.setObject(2, record);
            statement.setString(3, fact);
            return statement.executeUpdate() == 1;
        } catch (SQLException e) {
            throw new ArchiveFailure(e);
        }
    }

    private static String name(RecordFact fact) {
        return switch (fact) {
            case RecordFact.Archived _ -> "ARCHIVED";
            case RecordFact.Destroyed _ -> "DESTROYED";
        };
    }

    private Event event(RecordFact fact) {
        var record = fact.record();
        return switch (fact) {
            case RecordFact.Archived archived ->
                    new RecordArchived(
                            record.id(),
                            record.erasure(),
                            record.subject(),
                            record.category(),
                            archived.basis(),
                            archived.until(),
                            clock.instant());
            case RecordFact.Destroyed destroyed ->
                    new RecordDestroyed(
                            record.id(),
                            record.erasure(),
                            record.subject(),
                            record.category(),
                            destroyed.at());
        };
    }
}
