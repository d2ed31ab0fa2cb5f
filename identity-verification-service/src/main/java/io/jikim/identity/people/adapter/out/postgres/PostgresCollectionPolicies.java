package io.jikim.identity.people.adapter.out.postgres;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jikim.identity.people.application.port.CollectionPolicies;
import io.jikim.identity.people.domain.CollectedItem;
import io.jikim.identity.people.domain.CollectionPolicy;
import io.jikim.identity.people.domain.ItemCode;
import io.jikim.identity.people.domain.PersonKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The newest policy of each tenant, as one row.
@ApplicationScoped
class PostgresCollectionPolicies implements CollectionPolicies {

    private final EntityManager database;
    private final ObjectMapper json;

    PostgresCollectionPolicies(EntityManager database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    @Override
    public Optional<CollectionPolicy> current() {
        List<?> rows =
                database.createNativeQuery(
                                "select version, cast(items as text) from collection_policy")
                        .getResultList();
        return rows.stream().findFirst().map(row -> policy((Object[]) row));
    }

    private CollectionPolicy policy(Object[] row) {
        try {
            var items = json.readValue((String) row[1], new TypeReference<List<ItemRow>>() {});
            return new CollectionPolicy(
                    (Integer) row[0], items.stream().map(ItemRow::toDomain).toList());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored policy cannot be read", e);
        }
    }

    @Override
    public void keep(CollectionPolicy policy) {
        database.createNativeQuery(
                        "insert into collection_policy as p (version, items)"
                                + " values (:version, cast(:items as jsonb))"
                                + " on conflict (tenant) do update"
                                + " set version = excluded.version, items = excluded.items"
                                + " where p.version <= excluded.version")
                .setParameter("version", policy.version())
                .setParameter("items", written(policy))
                .executeUpdate();
    }

    private String written(CollectionPolicy policy) {
        try {
            return json.writeValueAsString(policy.items().stream().map(ItemRow::of).toList());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A policy cannot be written", e);
        }
    }

    record ItemRow(
            String code,
            String category,
            Set<PersonKind> kinds,
            Set<PersonKind> required,
            Set<PersonKind> optionalOnly) {

        static ItemRow of(CollectedItem item) {
            return new ItemRow(
                    item.code().value(),
                    item.category(),
                    item.kinds(),
                    item.required(),
                    item.optionalOnly());
        }

        CollectedItem toDomain() {
            return new CollectedItem(new ItemCode(code), category, kinds, required, optionalOnly);
        }
    }
}
