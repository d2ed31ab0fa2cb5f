package io.jikim.retention.erasure.adapter.out.postgres;

import io.jikim.platform.access.Access;
import io.jikim.platform.access.AccessRecords;
import io.jikim.platform.access.CurrentTenant;
import io.jikim.platform.crypto.KeyDestroyed;
import io.jikim.platform.crypto.KeyName;
import io.jikim.platform.crypto.Place;
import io.jikim.platform.crypto.SubjectKeys;
import io.jikim.retention.erasure.application.port.SealedIdentifiers;
import io.jikim.retention.erasure.domain.Destruction;
import io.jikim.retention.erasure.domain.ErasureId;
import io.jikim.retention.erasure.domain.Identifiers;
import io.jikim.retention.erasure.domain.Opening;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.hibernate.Session;

/// Identifiers sealed under the key `case:<id>` of the person; no record of the access, no reading.
@ApplicationScoped
class PostgresIdentifiers implements SealedIdentifiers {
    private final Session database;
    private final CurrentTenant tenant;
    private final SubjectKeys keys;
    private final AccessRecords records;

    PostgresIdentifiers(
            Session database, CurrentTenant tenant, SubjectKeys keys, AccessRecords records) {
        this.database = database;
        this.tenant = tenant;
        this.keys = keys;
        this.records = records;
    }

    @Override
    public boolean deposit(Opening opening, Identifiers identifiers) {
        if (isDeposited(opening.id())) {
            return false;
        }
        var plain = DomainJson.write(identifiers).getBytes(StandardCharsets.UTF_8);
        return insert(opening, keys.seal(key(opening), place(opening), plain));
    }

    private boolean insert(Opening opening, byte[] sealed) {
        return database.createNativeMutationQuery(
                                "insert into case_identifiers (erasure, tenant, sealed)"
                                        + " values (:erasure, :tenant, :sealed)"
                                        + " on conflict do nothing")
                        .setParameter("erasure", opening.id().value())
                        .setParameter("tenant", tenant.get().code())
                        .setParameter("sealed", sealed)
                        .executeUpdate()
                == 1;
    }

    @Override
    public boolean isDeposited(ErasureId id) {
        return sealed(id).isPresent();
    }

    @Override
    public Optional<Identifiers> read(Opening opening, Access access) {
        var sealed = sealed(opening.id());
        if (sealed.isEmpty()) {
            return Optional.empty();
        }
        records.write(
                access,
                "erasures/" + opening.id() + "/identifiers",
                List.of(opening.subject().value()));
        return Optional.of(opened(opening, sealed.get()));
    }

    private Identifiers opened(Opening opening, byte[] sealed) {
        try {
            var plain = keys.open(key(opening), place(opening), sealed);
            return DomainJson.read(new String(plain, StandardCharsets.UTF_8), Identifiers.class);
        } catch (KeyDestroyed _) {
            return Identifiers.NONE;
        }
    }

    @Override
    public Destruction destroyKey(Opening opening) {
        var destroyed = keys.destroy(key(opening), opening.id().value());
        return new Destruction(
                destroyed.keyId().toString(), destroyed.commitment(), destroyed.at());
    }

    @Override
    public void forget(ErasureId id) {
        database.createNativeMutationQuery("delete from case_identifiers where erasure = :erasure")
                .setParameter("erasure", id.value())
                .executeUpdate();
    }

    private Optional<byte[]> sealed(ErasureId id) {
        return database
                .createNativeQuery(
                        "select sealed from case_identifiers where erasure = :erasure",
                        byte[].class)
                .setParameter("erasure", id.value())
                .getResultList()
                .stream()
                .findFirst();
    }

    private static KeyName key(Opening opening) {
        return KeyName.open(opening.subject().value(), "case:" + opening.id());
    }

    private static Place place(Opening opening) {
        return new Place("case_identifiers", "sealed", opening.id().toString());
    }
}
