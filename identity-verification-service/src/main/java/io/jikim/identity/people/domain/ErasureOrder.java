package io.jikim.identity.people.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// One round of a case: what retention-service orders, category by category.
public record ErasureOrder(int round, Scope scope, List<CategoryOrder> categories) {

    private static final ZoneId KOREA = ZoneId.of("Asia/Seoul");

    public ErasureOrder {
        categories = List.copyOf(categories);
    }

    /// What this order means for the items that we hold.
    ///
    /// In the first round of a membership an item that no order names goes too: nothing says that
    /// it may stay. In later rounds, and for a purpose, only what is named is touched.
    ///
    /// @param opened when the case was opened; the periods of the law run from that day
    public ErasurePlan planFor(List<HeldItem> held, Instant opened) {
        var fates = new LinkedHashMap<HeldItem, Fate>();
        held.forEach(item -> fate(item).ifPresent(fate -> fates.put(item, fate)));
        var erased = with(fates, EnumSet.of(Fate.ERASE, Fate.ARCHIVE));
        var staying = held.stream().filter(item -> !erased.contains(item)).toList();
        boolean everything = scope == Scope.MEMBERSHIP && staying.isEmpty();
        return new ErasurePlan(
                codes(erased),
                with(fates, EnumSet.of(Fate.ARCHIVE)),
                doomedKeys(erased, staying),
                everything,
                outcomes(fates, legalEvent(opened)));
    }

    /// The same where the keys of these items were destroyed before: their rows go with the others,
    /// and nothing is said to have been archived or destroyed of them now.
    public ErasurePlan planFor(List<HeldItem> held, Set<ItemCode> gone, Instant opened) {
        var left = held.stream().filter(item -> !gone.contains(item.code())).toList();
        return planFor(left, opened).andRows(gone);
    }

    /// What a plan archives, as the archive takes it.
    public List<ArchiveRecord> records(
            ErasurePlan plan, SubjectRef ref, Items values, Instant opened) {
        return plan.archive().stream()
                .filter(item -> values.values().containsKey(item.code()))
                .map(item ->
                        new ArchiveRecord(
                                ref,
                                item,
                                law(item.category(), Fate.ARCHIVE).orElseThrow().basis(),
                                legalEvent(opened),
                                values.get(item.code())))
                .sorted(Comparator.comparing(ArchiveRecord::key))
                .toList();
    }

    private static LocalDate legalEvent(Instant opened) {
        return LocalDate.ofInstant(opened, KOREA);
    }

    private Optional<Fate> fate(HeldItem item) {
        var named =
                categories.stream()
                        .filter(order -> order.names(item))
                        .map(CategoryOrder::fate)
                        .max(Fate::compareTo);
        return named.isEmpty() && scope == Scope.MEMBERSHIP && round == 1
                ? Optional.of(Fate.ERASE)
                : named;
    }

    private static Set<HeldItem> with(LinkedHashMap<HeldItem, Fate> fates, Set<Fate> wanted) {
        return fates.entrySet().stream()
                .filter(entry -> wanted.contains(entry.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Set<ItemCode> codes(Set<HeldItem> items) {
        return items.stream().map(HeldItem::code).collect(Collectors.toUnmodifiableSet());
    }

    /// A key that also seals something that stays cannot be destroyed; the shared one also seals
    /// the operator's id, so it lives as long as the person's row.
    private static Set<KeyClass> doomedKeys(Set<HeldItem> erased, List<HeldItem> staying) {
        var needed = staying.stream().map(HeldItem::keyClass).collect(Collectors.toSet());
        return erased.stream()
                .map(HeldItem::keyClass)
                .filter(key -> !key.equals(KeyClass.PROFILE) && !needed.contains(key))
                .collect(Collectors.toUnmodifiableSet());
    }

    private List<Outcome> outcomes(LinkedHashMap<HeldItem, Fate> fates, LocalDate legalEvent) {
        var counts = new TreeMap<String, TreeMap<Fate, Long>>();
        fates.forEach((item, fate) ->
                counts.computeIfAbsent(item.category(), _ -> new TreeMap<>())
                        .merge(fate, 1L, Long::sum));
        return counts.entrySet().stream()
                .flatMap(category ->
                        category.getValue().entrySet().stream()
                                .map(fate ->
                                        outcome(
                                                category.getKey(),
                                                fate.getKey(),
                                                fate.getValue(),
                                                legalEvent)))
                .toList();
    }

    private Outcome outcome(String category, Fate fate, long count, LocalDate legalEvent) {
        var law = law(category, fate);
        return new Outcome(
                category,
                fate,
                count,
                law.map(Law::basis),
                law.flatMap(known -> known.end(legalEvent)));
    }

    private Optional<Law> law(String category, Fate fate) {
        return categories.stream()
                .filter(order -> order.category().equals(category) && order.fate() == fate)
                .flatMap(order -> order.law().stream())
                .findFirst();
    }
}
