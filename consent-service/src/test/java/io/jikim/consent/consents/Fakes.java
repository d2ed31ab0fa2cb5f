package io.jikim.consent.consents;

import io.jikim.consent.consents.application.port.Consents;
import io.jikim.consent.consents.application.port.Freezes;
import io.jikim.consent.consents.application.port.Memberships;
import io.jikim.consent.consents.domain.ConsentFact;
import io.jikim.consent.consents.domain.ConsentHistory;
import io.jikim.consent.consents.domain.ConsentId;
import io.jikim.consent.consents.domain.ConsentRecord;
import io.jikim.consent.consents.domain.Freeze;
import io.jikim.consent.consents.domain.Membership;
import io.jikim.consent.consents.domain.Membership.Standing;
import io.jikim.consent.consents.domain.Notice;
import io.jikim.consent.consents.domain.SubjectRef;
import io.jikim.platform.access.Access;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// The ports of consents in memory; held to the same contract tests as PostgreSQL.
public final class Fakes {

    private Fakes() {}

    public static class InMemoryConsents implements Consents {
        private final List<ConsentRecord> records = new ArrayList<>();
        private final List<ConsentFact> facts = new ArrayList<>();
        private final List<Access> accesses = new ArrayList<>();
        private final Set<Notice> shown = new HashSet<>();

        @Override
        public Optional<ConsentRecord> find(ConsentId id) {
            return records.stream().filter(entry -> entry.id().equals(id)).findFirst();
        }

        @Override
        public ConsentHistory historyOf(SubjectRef subject) {
            return new ConsentHistory(
                    records.stream().filter(entry -> entry.subject().equals(subject)).toList());
        }

        @Override
        public ConsentHistory read(SubjectRef subject, Access access) {
            accesses.add(access);
            return historyOf(subject);
        }

        @Override
        public void keep(Notice notice) {
            shown.add(notice);
        }

        @Override
        public void add(ConsentRecord entry, ConsentFact fact) {
            records.add(entry);
            facts.add(fact);
        }

        public List<ConsentFact> facts() {
            return facts;
        }

        public List<Access> accesses() {
            return accesses;
        }

        public Set<Notice> shown() {
            return shown;
        }
    }

    public static class InMemoryMemberships implements Memberships {
        private final Map<SubjectRef, Membership> memberships = new HashMap<>();
        private final Map<SubjectRef, Standing.Terminated> past = new HashMap<>();
        private final List<Standing.Terminated> facts = new ArrayList<>();

        @Override
        public Optional<Membership> find(SubjectRef subject) {
            return Optional.ofNullable(memberships.get(subject));
        }

        @Override
        public Optional<Membership> lock(SubjectRef subject) {
            return find(subject);
        }

        @Override
        public void learn(Membership begun) {
            if (!past.containsKey(begun.subject())) {
                memberships.putIfAbsent(begun.subject(), begun);
            }
        }

        @Override
        public Optional<Standing.Terminated> pastTermination(SubjectRef subject) {
            return Optional.ofNullable(past.get(subject));
        }

        @Override
        public void end(Membership.Termination.Done termination) {
            memberships.put(termination.ended().subject(), termination.ended());
            facts.add(termination.fact());
        }

        public void forget(SubjectRef subject) {
            var gone = memberships.remove(subject);
            if (gone != null && gone.standing() instanceof Standing.Terminated end) {
                past.put(subject, end);
            }
        }

        public List<Standing.Terminated> facts() {
            return facts;
        }
    }

    public static class InMemoryFreezes implements Freezes {
        private final List<Freeze> freezes = new ArrayList<>();
        private final Set<SubjectRef> erased = new HashSet<>();

        @Override
        public List<Freeze> of(SubjectRef subject) {
            return freezes.stream().filter(freeze -> freeze.subject().equals(subject)).toList();
        }

        @Override
        public void add(Freeze freeze) {
            if (!freezes.contains(freeze)) {
                freezes.add(freeze);
            }
        }

        @Override
        public void lift(UUID caseId) {
            freezes.removeIf(freeze -> freeze.caseId().equals(caseId) && !freeze.whole());
        }

        @Override
        public boolean erased(SubjectRef subject) {
            return erased.contains(subject);
        }

        public void erase(SubjectRef subject) {
            erased.add(subject);
        }
    }
}
