package io.jikim.identity.people.adapter.out.postgres;

import io.jikim.identity.people.application.port.Profiles;
import io.jikim.identity.people.domain.ItemCode;
import io.jikim.identity.people.domain.ItemValue;
import io.jikim.identity.people.domain.Items;
import io.jikim.identity.people.domain.Profile;
import io.jikim.identity.people.domain.SubjectRef;
import io.jikim.platform.access.Access;
import io.jikim.platform.access.AccessRecords;
import io.jikim.platform.crypto.KeyDestroyed;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Opens profiles, each with its access record.
@ApplicationScoped
class PostgresProfiles implements Profiles {

    private final PostgresPeople people;
    private final ItemRows items;
    private final Seals seals;
    private final AccessRecords records;

    PostgresProfiles(PostgresPeople people, ItemRows items, Seals seals, AccessRecords records) {
        this.people = people;
        this.items = items;
        this.seals = seals;
        this.records = records;
    }

    @Override
    public Optional<Profile> read(SubjectRef ref, Set<ItemCode> only, Access access) {
        return people.findByIdOptional(ref.value()).map(row -> open(ref, row, only, access));
    }

    @Override
    public Optional<Profile> readWhatOpens(SubjectRef ref, Set<ItemCode> only, Access access) {
        return people.findByIdOptional(ref.value())
                .flatMap(row -> whatOpens(ref, row, only, access));
    }

    // The external id is sealed under the key that goes last: without it nothing else opens.
    private Optional<Profile> whatOpens(
            SubjectRef ref, PersonEntity row, Set<ItemCode> only, Access access) {
        records.write(access, "people/" + ref, List.of(ref.value()));
        try {
            var externalId = seals.openExternalId(ref, row.externalId);
            var values = new HashMap<ItemCode, ItemValue>();
            wanted(ref, only)
                    .forEach(item ->
                            opened(ref, item)
                                    .ifPresent(value -> values.put(item.toDomain().code(), value)));
            return Optional.of(new Profile(ref, row.kind, externalId, row.lang, new Items(values)));
        } catch (KeyDestroyed _) {
            return Optional.empty();
        }
    }

    private Optional<ItemValue> opened(SubjectRef ref, ItemEntity item) {
        try {
            return Optional.of(seals.open(ref, item.toDomain(), item.value));
        } catch (KeyDestroyed _) {
            return Optional.empty();
        }
    }

    private Stream<ItemEntity> wanted(SubjectRef ref, Set<ItemCode> only) {
        return items.of(ref).stream()
                .filter(item -> only.isEmpty() || only.contains(item.toDomain().code()));
    }

    private Profile open(SubjectRef ref, PersonEntity row, Set<ItemCode> only, Access access) {
        records.write(access, "people/" + ref, List.of(ref.value()));
        var values =
                wanted(ref, only)
                        .collect(
                                Collectors.toMap(
                                        item -> item.toDomain().code(),
                                        item -> seals.open(ref, item.toDomain(), item.value)));
        return new Profile(
                ref,
                row.kind,
                seals.openExternalId(ref, row.externalId),
                row.lang,
                new Items(values));
    }
}
