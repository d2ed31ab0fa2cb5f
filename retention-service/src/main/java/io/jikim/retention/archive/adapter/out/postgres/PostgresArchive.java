package io.jikim.retention.archive.adapter.out.postgres;

import io.jikim.platform.crypto.SubjectKeys;
import io.jikim.retention.archive.application.port.RecordFacts;
import io.jikim.retention.erasure.application.port.Archive;
import io.jikim.retention.erasure.application.port.ArchiveDeposit;
import io.jikim.retention.erasure.application.port.ArchiveReceipt;
import io.jikim.retention.erasure.application.port.ArchivedRecord;
import io.jikim.retention.erasure.application.port.DestroyedRecord;
import io.jikim.retention.erasure.domain.ErasureId;
import io.jikim.retention.erasure.domain.Known;
import io.jikim.retention.erasure.domain.SubjectId;
import io.jikim.retention.erasure.domain.TenantCode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// The archive in its own PostgreSQL database, each record sealed under a key that ends with it.
@ApplicationScoped
class PostgresArchive implements Archive {
    private final ArchiveDatabase database;
    private final Deposits deposits;
    private final Destructions destructions;

    private final RecordFacts facts;

    PostgresArchive(ArchiveDatabase database, SubjectKeys keys, RecordFacts facts) {
        this.database = database;
        this.facts = facts;
        this.deposits = new Deposits(database, keys);
        this.destructions = new Destructions(database, keys);
    }

    @Override
    public List<ArchiveReceipt> deposit(TenantCode tenant, Collection<ArchiveDeposit> records) {
        var given = List.copyOf(records);
        var receipts = deposits.deposit(tenant, given);
        // A deposit is repeated until its outcome is stored, so that no crash swallows the fact.
        facts.announce(tenant, Announcements.of(given, receipts));
        return receipts;
    }

    @Override
    public Map<Known.Ending, Long> deposited(TenantCode tenant, ErasureId erasure, String source) {
        return database.call(tenant.code(), c -> Listing.deposited(c, tenant, erasure, source));
    }

    @Override
    public List<ArchivedRecord> of(TenantCode tenant, SubjectId subject) {
        return database.call(tenant.code(), c -> Listing.of(c, tenant, subject));
    }

    @Override
    public List<DestroyedRecord> destroyDue(TenantCode tenant, LocalDate today) {
        var destroyed = destructions.destroyDue(tenant, today);
        facts.announce(tenant, Announcements.of(unreported(tenant)));
        return destroyed;
    }

    @Override
    public List<DestroyedRecord> unreported(TenantCode tenant) {
        return database.call(tenant.code(), c -> Listing.unreported(c, tenant));
    }

    @Override
    public void reported(TenantCode tenant, Collection<UUID> records) {
        database.call(
                tenant.code(),
                connection -> {
                    try (var statement =
                            connection.prepareStatement(
                                    "insert into reported (record, tenant) values (?, ?)"
                                            + " on conflict do nothing")) {
                        for (UUID record : records) {
                            statement.setObject(1, record);
                            statement.setString(2, tenant.code());
                            statement.addBatch();
                        }
                        return statement.executeBatch().length;
                    }
                });
    }

    @Override
    public void businessOffset(TenantCode tenant, Duration offset) {
        database.call(
                tenant.code(),
                connection -> {
                    try (var statement =
                            connection.prepareStatement(
                                    "select move_business_time(?, make_interval(secs => ?))")) {
                        statement.setString(1, tenant.code());
                        statement.setDouble(2, offset.toSeconds());
                        return statement.execute();
                    }
                });
    }
}
