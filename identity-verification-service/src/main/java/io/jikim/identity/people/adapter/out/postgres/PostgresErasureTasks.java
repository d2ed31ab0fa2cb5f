package io.jikim.identity.people.adapter.out.postgres;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jikim.identity.people.application.port.ErasureTasks;
import io.jikim.identity.people.domain.CaseId;
import io.jikim.identity.people.domain.CategoryOrder;
import io.jikim.identity.people.domain.ErasureOrder;
import io.jikim.identity.people.domain.ErasureTask;
import io.jikim.identity.people.domain.Fate;
import io.jikim.identity.people.domain.ItemCode;
import io.jikim.identity.people.domain.Law;
import io.jikim.identity.people.domain.Scope;
import io.jikim.identity.people.domain.SubjectRef;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Owed tasks; a lease keeps two workers from the same one.
@ApplicationScoped
class PostgresErasureTasks implements ErasureTasks {

    private static final Duration LEASE = Duration.ofSeconds(60);
    private static final String ID = " where case_id = :case and round = :round and step = :step";

    private final EntityManager database;
    private final ObjectMapper json;

    PostgresErasureTasks(EntityManager database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    @Override
    public void add(ErasureTask task, Instant at) {
        of(
                        "insert into erasure_task"
                                + " (case_id, round, step, ref, scope, categories, due_at, created_at)"
                                + " values (:case, :round, :step, :ref, :scope,"
                                + " cast(:categories as jsonb), :at, :at) on conflict do nothing",
                        task.id())
                .setParameter("ref", task.ref().value())
                .setParameter("scope", task.scope().name())
                .setParameter("categories", task.order().map(this::written).orElse(null))
                .setParameter("at", at)
                .executeUpdate();
    }

    @Override
    public void opened(CaseId caseId, Instant at) {
        database.createNativeQuery(
                        "update erasure_task set opened_at = :at"
                                + " where case_id = :case and opened_at is null")
                .setParameter("at", at)
                .setParameter("case", caseId.value())
                .executeUpdate();
    }

    @Override
    public Instant openedAt(CaseId caseId) {
        return (Instant)
                database.createNativeQuery(
                                "select coalesce(min(opened_at), min(created_at)) from erasure_task"
                                        + " where case_id = :case",
                                Instant.class)
                        .setParameter("case", caseId.value())
                        .getSingleResult();
    }

    @Override
    public Optional<ErasureTask> claim(ErasureTask.Id id, Instant now) {
        List<?> rows =
                of(
                                "update erasure_task t set leased_until = :until"
                                        + ID
                                        + " and done_at is null and leased_until < :now and not"
                                        + " exists (select 1 from erasure_task e where e.ref ="
                                        + " t.ref and e.way = t.way and e.seq < t.seq and"
                                        + " e.done_at is null) returning ref, scope, deposited,"
                                        + " cast(categories as text)",
                                id)
                        .setParameter("until", now.plus(LEASE))
                        .setParameter("now", now)
                        .getResultList();
        return rows.stream().findFirst().map(row -> task(id, (Object[]) row));
    }

    private ErasureTask task(ErasureTask.Id id, Object[] row) {
        var scope = Scope.valueOf((String) row[1]);
        return new ErasureTask(
                id,
                new SubjectRef((UUID) row[0]),
                scope,
                (Boolean) row[2],
                Optional.ofNullable((@Nullable String) row[3])
                        .map(text -> new ErasureOrder(id.round(), scope, read(text))));
    }

    @Override
    public void deposited(ErasureTask.Id id) {
        of("update erasure_task set deposited = true" + ID, id).executeUpdate();
    }

    @Override
    public void done(ErasureTask.Id id, Instant at) {
        of("update erasure_task set done_at = :at" + ID, id).setParameter("at", at).executeUpdate();
    }

    @Override
    public void postpone(ErasureTask.Id id, Instant now) {
        of(
                        "update erasure_task set attempts = attempts + 1, leased_until ="
                                + " '-infinity', due_at = cast(:now as timestamptz) + least(60, power(2, least(attempts,"
                                + " 6))) * interval '1 second'"
                                + ID,
                        id)
                .setParameter("now", now)
                .executeUpdate();
    }

    private Query of(String sql, ErasureTask.Id id) {
        return database.createNativeQuery(sql)
                .setParameter("case", id.caseId().value())
                .setParameter("round", id.round())
                .setParameter("step", id.step().name());
    }

    private String written(ErasureOrder order) {
        try {
            return json.writeValueAsString(order.categories().stream().map(Row::of).toList());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An order cannot be written", e);
        }
    }

    private List<CategoryOrder> read(String text) {
        try {
            return json.readValue(text, new TypeReference<List<Row>>() {}).stream()
                    .map(Row::toDomain)
                    .toList();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored order cannot be read", e);
        }
    }

    record Row(
            String category,
            Set<String> items,
            Fate fate,
            @Nullable String basis,
            @Nullable Period period) {

        static Row of(CategoryOrder order) {
            return new Row(
                    order.category(),
                    order.items().stream().map(ItemCode::value).collect(Collectors.toSet()),
                    order.fate(),
                    order.law().map(Law::basis).orElse(null),
                    order.law().flatMap(Law::period).orElse(null));
        }

        CategoryOrder toDomain() {
            return new CategoryOrder(
                    category,
                    items.stream().map(ItemCode::new).collect(Collectors.toSet()),
                    fate,
                    Optional.ofNullable(basis)
                            .map(law -> new Law(law, Optional.ofNullable(period))));
        }
    }
}
