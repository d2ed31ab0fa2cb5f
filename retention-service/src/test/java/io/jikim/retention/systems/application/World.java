package io.jikim.retention.systems.application;

import io.jikim.examples.ompass.OmpassDatabase;
import io.jikim.retention.archive.adapter.out.postgres.ArchiveForTests;
import io.jikim.retention.archive.adapter.out.postgres.MemoryKeys;
import io.jikim.retention.erasure.application.port.Archive;
import io.jikim.retention.erasure.application.port.SystemOrder;
import io.jikim.retention.erasure.application.port.SystemOutcome;
import io.jikim.retention.erasure.domain.Basis;
import io.jikim.retention.erasure.domain.Category;
import io.jikim.retention.erasure.domain.Disposition;
import io.jikim.retention.erasure.domain.ErasureId;
import io.jikim.retention.erasure.domain.Identifiers;
import io.jikim.retention.erasure.domain.PlanLine;
import io.jikim.retention.erasure.domain.PolicyRules;
import io.jikim.retention.erasure.domain.PurposeCode;
import io.jikim.retention.erasure.domain.PurposeRule;
import io.jikim.retention.erasure.domain.SubjectId;
import io.jikim.retention.erasure.domain.TenantCode;
import io.jikim.retention.systems.adapter.out.jdbc.JdbcForTests;
import io.jikim.retention.systems.adapter.out.json.JsonForTests;
import io.jikim.retention.systems.application.port.OperatorDatabases;
import io.jikim.retention.systems.application.port.SystemRuns;
import io.jikim.retention.systems.application.port.Systems;
import io.jikim.retention.systems.domain.ConnectedSystem;
import io.jikim.retention.systems.domain.SystemState;
import java.time.Instant;
import java.time.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/// One tenant with one connected system: the connector and archive are real, what surrounds them is
/// in memory.
final class World {
    static final List<String> CATEGORIES =
            List.of(
                    "profile",
                    "contract-records",
                    "payment-records",
                    "complaint-records",
                    "login-logs",
                    "policy-logs",
                    "visit-logs",
                    "cookies",
                    "marketing");
    static final Basis PAYMENTS = new Basis("law-of-payments", Period.ofYears(5));

    final TenantCode tenant = new TenantCode("t-" + UUID.randomUUID().toString().substring(0, 8));
    final SubjectId subject = new SubjectId(UUID.randomUUID());
    final ErasureId erasure = new ErasureId(UUID.randomUUID());
    final MemoryKeys keys = new MemoryKeys();
    final Archive archive = ArchiveForTests.archive(keys);
    final Memory memory = new Memory();
    final Operator operator;

    World(Operator operator) {
        this.operator = operator;
        connect(OmpassDatabase.mapping());
    }

    void connect(String mapping) {
        memory.save(
                tenant,
                new ConnectedSystem(
                        UUID.randomUUID(), "ompass", JsonForTests.mapping(mapping), operator.login),
                mapping);
    }

    SystemOutcome erase(SystemOrder order) {
        return erase(order, JdbcForTests.operatorDatabases());
    }

    SystemOutcome erase(SystemOrder order, OperatorDatabases databases) {
        return new EraseInSystem(memory, memory, databases, new ArchiveCopies(archive))
                .erase("ompass", order);
    }

    SystemOutcome.Done done(SystemOrder order) {
        return (SystemOutcome.Done) erase(order);
    }

    LookForPerson look() {
        return new LookForPerson(memory, memory, JdbcForTests.operatorDatabases());
    }

    Identifiers her() {
        return new Identifiers(
                "ADMINISTRATOR",
                "" + operator.marker.id(),
                operator.marker.email(),
                "ko",
                operator.marker.name());
    }

    SystemOrder termination() {
        return order(1, lines(), true);
    }

    SystemOrder order(int round, List<PlanLine> lines) {
        return order(round, lines, false);
    }

    SystemOrder order(int round, List<PlanLine> lines, boolean whole) {
        return new SystemOrder(
                erasure, round, tenant, subject, her(), lines, whole, Operator.TODAY);
    }

    /// A policy of the categories that the example's mapping names.
    static PolicyRules rules() {
        return new PolicyRules(
                1,
                "0".repeat(64),
                0,
                List.of(
                        new PurposeRule(
                                new PurposeCode("service-supply"),
                                Set.of(),
                                CATEGORIES.stream()
                                        .map(Category::new)
                                        .collect(Collectors.toSet()))),
                Map.of(),
                Map.of());
    }

    /// What the policy makes of a termination, but for the categories given here.
    static List<PlanLine> lines(PlanLine... others) {
        var lines = new ArrayList<>(List.of(others));
        for (String code : CATEGORIES) {
            if (Arrays.stream(others).noneMatch(line -> line.category().code().equals(code))) {
                lines.add(line(code));
            }
        }
        return lines;
    }

    static PlanLine line(String code) {
        return PlanLine.whole(
                new Category(code),
                switch (code) {
                    case "contract-records" ->
                            new Disposition.Archive(
                                    new Basis("law-of-contracts", Period.ofYears(5)));
                    case "payment-records" -> new Disposition.Archive(PAYMENTS);
                    case "complaint-records" ->
                            new Disposition.Archive(
                                    new Basis("law-of-complaints", Period.ofYears(3)));
                    default -> new Disposition.Erase();
                });
    }

    /// The stores of the retention database, in memory.
    static final class Memory implements Systems, SystemRuns {
        final Map<String, ConnectedSystem> systems = new HashMap<>();
        final Map<String, List<String>> alarms = new HashMap<>();
        final Map<String, String> away = new HashMap<>();
        final Map<Integer, Run> runs = new HashMap<>();
        final Map<Integer, List<PlanLine>> ordered = new HashMap<>();
        boolean breaksAfterCommit;

        @Override
        public void save(TenantCode tenant, ConnectedSystem system, String document) {
            systems.put(system.name(), system);
        }

        @Override
        public Optional<ConnectedSystem> find(TenantCode tenant, String name) {
            return Optional.ofNullable(systems.get(name));
        }

        @Override
        public List<SystemState> all(TenantCode tenant) {
            return systems.values().stream()
                    .map(system ->
                            new SystemState(
                                    system.id(),
                                    system.name(),
                                    Instant.EPOCH,
                                    alarms.getOrDefault(system.name(), List.of()),
                                    away.get(system.name())))
                    .toList();
        }

        @Override
        public void answered(TenantCode tenant, String name, List<String> found) {
            alarms.put(name, found);
            away.remove(name);
        }

        @Override
        public void away(TenantCode tenant, String name, String reason) {
            away.put(name, reason);
        }

        @Override
        public Optional<Run> find(String system, SystemOrder order) {
            return Optional.ofNullable(runs.get(order.round()));
        }

        @Override
        public void prepare(
                String system, SystemOrder order, String transaction, SystemOutcome.Done outcome) {
            runs.put(order.round(), new Run(transaction, false, outcome));
            ordered.put(order.round(), order.lines());
        }

        @Override
        public void done(String system, SystemOrder order) {
            if (breaksAfterCommit) {
                throw new IllegalStateException("the process dies here");
            }
            runs.computeIfPresent(
                    order.round(), (_, run) -> new Run(run.transaction(), true, run.outcome()));
        }

        @Override
        public List<PlanLine> earlier(String system, SystemOrder order) {
            return ordered.entrySet().stream()
                    .filter(entry -> entry.getKey() < order.round())
                    .flatMap(entry -> entry.getValue().stream())
                    .toList();
        }
    }
}
