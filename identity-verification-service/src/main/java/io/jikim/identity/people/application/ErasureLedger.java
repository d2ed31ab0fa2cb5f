package io.jikim.identity.people.application;

import io.jikim.identity.people.application.port.Acknowledgements;
import io.jikim.identity.people.application.port.Acknowledgements.Done;
import io.jikim.identity.people.application.port.Acknowledgements.Participant;
import io.jikim.identity.people.application.port.ErasureTasks;
import io.jikim.identity.people.application.port.People;
import io.jikim.identity.people.application.port.Profiles;
import io.jikim.identity.people.domain.Aliases;
import io.jikim.identity.people.domain.ErasurePlan;
import io.jikim.identity.people.domain.ErasureTask;
import io.jikim.identity.people.domain.HeldItem;
import io.jikim.identity.people.domain.ItemCode;
import io.jikim.identity.people.domain.Items;
import io.jikim.identity.people.domain.Profile;
import io.jikim.platform.access.Access;
import io.jikim.platform.access.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The short transactions of an erasure task, between which other systems are asked: no lock is
/// held while one of them keeps us waiting.
@ApplicationScoped
class ErasureLedger {

    private static final Access DEPOSIT = own("identity.aliases:deposit");
    private static final Access ARCHIVE = own("identity.items:archive");

    private final ErasureTasks tasks;
    private final People people;
    private final Profiles profiles;
    private final Acknowledgements acknowledgements;
    private final InstantSource clock;

    ErasureLedger(
            ErasureTasks tasks,
            People people,
            Profiles profiles,
            Acknowledgements acknowledgements,
            InstantSource clock) {
        this.tasks = tasks;
        this.people = people;
        this.profiles = profiles;
        this.acknowledgements = acknowledgements;
        this.clock = clock;
    }

    private static Access own(String action) {
        return new Access(
                new Actor("identity-verification-service", "JIKIM_SERVICE"),
                action,
                "ERASURE",
                "internal");
    }

    @Transactional
    Optional<ErasureTask> claim(ErasureTask.Id id) {
        return tasks.claim(id, clock.instant());
    }

    /// That nobody knows a person's aliases any more is said as well: the case need not wait for
    /// them.
    @Transactional
    Optional<Aliases> aliases(ErasureTask task) {
        return profiles.readWhatOpens(task.ref(), Set.of(ItemCode.EMAIL), DEPOSIT)
                .map(Aliases::of)
                .or(() -> people.find(task.ref()).map(Aliases::none));
    }

    @Transactional
    void deposited(ErasureTask task) {
        tasks.deposited(task.id());
    }

    @Transactional
    void frozen(ErasureTask task, Participant by) {
        var now = clock.instant();
        tasks.done(task.id(), now);
        acknowledgements.frozen(task.id().caseId(), task.ref(), by, now);
    }

    @Transactional
    List<HeldItem> held(ErasureTask task) {
        return people.held(task.ref());
    }

    @Transactional
    Instant openedAt(ErasureTask task) {
        return tasks.openedAt(task.id().caseId());
    }

    /// Of what the plan archives, that which opens.
    @Transactional
    Items values(ErasureTask task, ErasurePlan plan) {
        var codes = plan.archive().stream().map(HeldItem::code).collect(Collectors.toSet());
        return profiles.readWhatOpens(task.ref(), codes, ARCHIVE)
                .map(Profile::items)
                .orElseGet(() -> new Items(Map.of()));
    }

    @Transactional
    void erased(ErasureTask task, ErasurePlan plan, Done done) {
        if (plan.everything()) {
            people.erase(task.ref());
        } else {
            people.eraseItems(task.ref(), plan.erase());
        }
        done(task, Participant.IDENTITY, done);
    }

    @Transactional
    void done(ErasureTask task, Participant by, Done done) {
        var now = clock.instant();
        tasks.done(task.id(), now);
        acknowledgements.done(task.id().caseId(), task.ref(), by, done, now);
    }

    @Transactional
    void postpone(ErasureTask.Id id) {
        tasks.postpone(id, clock.instant());
    }
}
