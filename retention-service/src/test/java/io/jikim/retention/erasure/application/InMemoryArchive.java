package io.jikim.retention.erasure.application;

import io.jikim.retention.erasure.application.port.Archive;
import io.jikim.retention.erasure.application.port.ArchiveDeposit;
import io.jikim.retention.erasure.application.port.ArchiveHolds;
import io.jikim.retention.erasure.application.port.ArchiveReceipt;
import io.jikim.retention.erasure.application.port.ArchivedRecord;
import io.jikim.retention.erasure.application.port.DestroyedRecord;
import io.jikim.retention.erasure.domain.Category;
import io.jikim.retention.erasure.domain.ErasureId;
import io.jikim.retention.erasure.domain.HoldId;
import io.jikim.retention.erasure.domain.Known;
import io.jikim.retention.erasure.domain.SubjectId;
import io.jikim.retention.erasure.domain.TenantCode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

class InMemoryArchive implements Archive, ArchiveHolds {
    private record Held(SubjectId subject, Set<Category> categories, Instant since) {}

    private final InstantSource clock;
    private final List<ArchiveDeposit> standing = new ArrayList<>();
    private final Map<ArchiveDeposit, UUID> ids = new HashMap<>();
    private final List<DestroyedRecord> unreported = new ArrayList<>();
    private final Map<HoldId, Held> holds = new HashMap<>();
    private long next = 1;

    InMemoryArchive(InstantSource clock) {
        this.clock = clock;
    }

    private static LocalDate until(ArchiveDeposit deposit) {
        return deposit.origin().legalEvent().plus(deposit.basis().period());
    }

    @Override
    public List<ArchiveReceipt> deposit(TenantCode tenant, Collection<ArchiveDeposit> records) {
        return records.stream().map(this::deposit).toList();
    }

    private ArchiveReceipt deposit(ArchiveDeposit record) {
        if (!ids.containsKey(record)) {
            ids.put(record, new UUID(5, next++));
            standing.add(record);
        }
        return new ArchiveReceipt.Kept(ids.get(record), until(record), "digest");
    }

    @Override
    public Map<Known.Ending, Long> deposited(TenantCode tenant, ErasureId erasure, String source) {
        return standing.stream()
                .filter(deposit -> deposit.erasure().equals(erasure))
                .filter(deposit -> deposit.origin().source().equals(source))
                .collect(
                        Collectors.groupingBy(
                                deposit -> new Known.Ending(deposit.category(), until(deposit)),
                                Collectors.counting()));
    }

    @Override
    public List<ArchivedRecord> of(TenantCode tenant, SubjectId subject) {
        return standing.stream()
                .filter(deposit -> deposit.subject().equals(subject))
                .map(deposit ->
                        new ArchivedRecord(
                                ids.get(deposit),
                                deposit.erasure(),
                                deposit.category(),
                                deposit.basis().code(),
                                deposit.origin().legalEvent(),
                                until(deposit),
                                null))
                .toList();
    }

    @Override
    public List<DestroyedRecord> destroyDue(TenantCode tenant, LocalDate today) {
        var due =
                standing.stream()
                        .filter(deposit -> !until(deposit).isAfter(today))
                        .filter(deposit -> !isHeld(deposit))
                        .toList();
        standing.removeAll(due);
        var destroyed = due.stream().map(this::destroyed).toList();
        unreported.addAll(destroyed);
        return destroyed;
    }

    private boolean isHeld(ArchiveDeposit deposit) {
        return holds.values().stream()
                .anyMatch(held ->
                        held.subject().equals(deposit.subject())
                                && held.categories().contains(deposit.category()));
    }

    private DestroyedRecord destroyed(ArchiveDeposit deposit) {
        return new DestroyedRecord(
                ids.get(deposit),
                deposit.erasure(),
                deposit.subject(),
                deposit.category(),
                until(deposit),
                clock.instant(),
                "c0ffee");
    }

    @Override
    public List<DestroyedRecord> unreported(TenantCode tenant) {
        return List.copyOf(unreported);
    }

    @Override
    public void reported(TenantCode tenant, Collection<UUID> records) {
        unreported.removeIf(record -> records.contains(record.record()));
    }

    @Override
    public void businessOffset(TenantCode tenant, Duration offset) {}

    @Override
    public void place(
            TenantCode tenant, HoldId hold, SubjectId subject, Collection<Category> categories) {
        holds.put(hold, new Held(subject, Set.copyOf(categories), clock.instant()));
    }

    @Override
    public void release(TenantCode tenant, HoldId hold) {
        holds.remove(hold);
    }

    @Override
    public List<Standing> standing(TenantCode tenant) {
        var all = new ArrayList<Standing>();
        holds.forEach((id, held) ->
                all.add(new Standing(id, held.subject(), held.categories(), held.since())));
        return all;
    }

    @Override
    public List<Standing> standing(TenantCode tenant, SubjectId subject) {
        return standing(tenant).stream().filter(hold -> hold.subject().equals(subject)).toList();
    }

    /// Forgets what was placed and released since, as a restored archive does.
    Runnable holdsAsNow() {
        var kept = Map.copyOf(holds);
        return () -> {
            holds.clear();
            holds.putAll(kept);
        };
    }
}
