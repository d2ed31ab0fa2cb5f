package io.jikim.identity.people.adapter.out.postgres;

import io.jikim.identity.people.application.port.Profiles;
import io.jikim.identity.people.domain.ItemCode;
import io.jikim.identity.people.domain.Items;
import io.jikim.identity.people.domain.Profile;
import io.jikim.identity.people.domain.SubjectRef;
import io.jikim.platform.access.Access;
import io.jikim.platform.access.AccessRecords;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

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

    private Profile open(SubjectRef ref, PersonEntity row, Set<ItemCode> only, Access access) {
        records.write(access, "people/" + ref, List.of(ref.value()));
        var values =
                items.of(ref).stream()
                        .filter(item -> only.isEmpty() || only.contains(item.toDomain().code()))
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
