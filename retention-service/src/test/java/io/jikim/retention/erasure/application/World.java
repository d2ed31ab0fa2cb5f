package io.jikim.retention.erasure.application;

import io.jikim.platform.access.Access;
import io.jikim.platform.time.BusinessClock;
import io.jikim.platform.time.Ids;
import io.jikim.retention.erasure.application.Acknowledgement.Phase;
import io.jikim.retention.erasure.application.port.ResultNotices;
import io.jikim.retention.erasure.domain.Answer;
import io.jikim.retention.erasure.domain.Basis;
import io.jikim.retention.erasure.domain.CaseRef;
import io.jikim.retention.erasure.domain.Category;
import io.jikim.retention.erasure.domain.Certificate;
import io.jikim.retention.erasure.domain.Disposition;
import io.jikim.retention.erasure.domain.Erasure;
import io.jikim.retention.erasure.domain.ErasureFact;
import io.jikim.retention.erasure.domain.ErasureId;
import io.jikim.retention.erasure.domain.Identifiers;
import io.jikim.retention.erasure.domain.ItemCode;
import io.jikim.retention.erasure.domain.Level;
import io.jikim.retention.erasure.domain.Outcome;
import io.jikim.retention.erasure.domain.ParticipantName;
import io.jikim.retention.erasure.domain.PlanLine;
import io.jikim.retention.erasure.domain.PolicyRules;
import io.jikim.retention.erasure.domain.PurposeCode;
import io.jikim.retention.erasure.domain.PurposeRule;
import io.jikim.retention.erasure.domain.Scope;
import io.jikim.retention.erasure.domain.Stamp;
import io.jikim.retention.erasure.domain.SubjectId;
import io.jikim.retention.erasure.domain.SystemName;
import io.jikim.retention.erasure.domain.Tally;
import io.jikim.retention.erasure.domain.TenantCode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

/// Everything around the use cases, in memory; workers run when [#settle] is called.
class World {
    static final TenantCode OMPASS = new TenantCode("ompass");
    static final SubjectId ALICE = new SubjectId(new UUID(1, 1));
    static final Category PROFILE = new Category("profile");
    static final Category PAYMENTS = new Category("payment-records");
    static final Category LOGINS = new Category("login-logs");
    static final Category MARKETING = new Category("marketing");
    static final Basis PAYMENT_LAW =
            new Basis("E-Commerce Act Decree Art. 6(1)3", Period.ofYears(5));
    static final SystemName SHOP = new SystemName("shop");
    static final Identifiers PERSON =
            new Identifiers("ADMINISTRATOR", "7", "alice@example.test", "en", null);

    static final PolicyRules RULES =
            new PolicyRules(
                    1,
                    "d1",
                    0,
                    List.of(
                            purpose("service", Set.of("email", "login-time"), Set.of(PAYMENTS)),
                            purpose("support", Set.of("email"), Set.of()),
                            purpose("advertising", Set.of("email", "phone"), Set.of(MARKETING))),
                    Map.of(
                            new ItemCode("email"), PROFILE,
                            new ItemCode("phone"), PROFILE,
                            new ItemCode("login-time"), LOGINS),
                    Map.of(PAYMENTS, PAYMENT_LAW));

    Instant now = Instant.parse("2026-11-24T00:00:00Z");
    Duration ahead = Duration.ZERO;
    private long nextId = 100;
    Duration wrong = Duration.ZERO;
    private final InstantSource clock = () -> now.plus(wrong);
    private final BusinessClock business = _ -> now.plus(ahead);
    private final Ids ids = () -> new UUID(2, nextId++);
    private final ZoneId seoul = ZoneId.of("Asia/Seoul");
    private final Deadlines deadlines = new Deadlines(Duration.ofDays(5), Duration.ofSeconds(10));
    private final LookAgain again = new LookAgain(business, deadlines);

    final InMemoryErasures erasures = new InMemoryErasures();
    final InMemoryHolds holds = new InMemoryHolds();
    final InMemoryIdentifiers identifiers = new InMemoryIdentifiers(clock);
    final InMemoryPolicies policies = new InMemoryPolicies();
    final InMemorySystems systems = new InMemorySystems();
    final InMemoryArchive archive = new InMemoryArchive(clock);
    final InMemoryCertificates certificates = new InMemoryCertificates();
    final InMemoryParticipants participants = new InMemoryParticipants();
    final List<Erasure.Verified> notices = new ArrayList<>();
    boolean mailIsAway;
    ResultNotices.NoticeRefused refusal;
    ErasureId unsignable;
    final ArrayDeque<CaseRef> woken = new ArrayDeque<>();

    private final FindWhatIsKnown known =
            new FindWhatIsKnown(holds, participants, archive, business, seoul);
    private final IssueRevision issue =
            new IssueRevision(erasures, certificates, this::sign, identifiers, clock);
    private final PrepareSystemOrder prepare =
            new PrepareSystemOrder(erasures, identifiers, holds, business, seoul);
    final OpenErasure open =
            new OpenErasure(erasures, participants, systems, policies, business, deadlines, ids);
    final DepositIdentifiers deposit =
            new DepositIdentifiers(erasures, identifiers, woken::add, again);
    final ReadIdentifiers read = new ReadIdentifiers(erasures, identifiers, participants);
    final AcknowledgeErasure acknowledge =
            new AcknowledgeErasure(
                    erasures,
                    known,
                    (name, event) -> event.equals(name.code()),
                    woken::add,
                    clock,
                    again);
    final PlaceHold place = new PlaceHold(holds, archive, policies, participants, clock, ids);
    final ReleaseHold release = new ReleaseHold(holds, erasures, woken::add, clock, again);
    final NameOverdue nameOverdue = new NameOverdue(erasures, business, again);
    final RecoverHolds recover = new RecoverHolds(archive, holds);
    final CompareArchiveHolds compare =
            new CompareArchiveHolds(archive, new DifferingHolds(holds), recover);
    final DestroyExpired destroyExpired =
            new DestroyExpired(
                    archive, compare, new ReviseCertificate(erasures, issue), business, seoul);
    final PostponeErasure postpone = new PostponeErasure(erasures, again);
    final RegisterParticipant register = new RegisterParticipant(participants);
    private final WorkOnErasure work =
            new WorkOnErasure(
                    erasures,
                    recover,
                    new AdvanceErasure(
                            erasures,
                            identifiers,
                            policies,
                            new DrawPlan(participants),
                            holds,
                            business,
                            clock,
                            deadlines,
                            again),
                    new CarryOutOrder(
                            holds,
                            prepare,
                            systems,
                            new RecordSystemOutcome(erasures, known, clock, again)),
                    new SweepSystems(prepare, systems, new RecordSweep(erasures, clock, again)),
                    new InformSubject(
                            new PrepareNotice(erasures, identifiers),
                            (_, verified) -> send(verified),
                            new RecordNotice(erasures, clock, again)),
                    new CertifyErasure(erasures, holds, issue));

    World() {
        policies.adopt(RULES);
    }

    private static PurposeRule purpose(String code, Set<String> items, Set<Category> categories) {
        return new PurposeRule(
                new PurposeCode(code),
                Set.copyOf(items.stream().map(ItemCode::new).toList()),
                categories);
    }

    private Stamp sign(Certificate certificate) {
        if (certificate.erasure().id().equals(unsignable)) {
            throw new IllegalStateException("cannot be signed");
        }
        return InMemoryCertificates.sign(certificate);
    }

    private void send(Erasure.Verified verified) {
        if (mailIsAway) {
            throw new ResultNotices.NoticeNotSent(new IllegalStateException());
        }
        if (refusal != null) {
            throw refusal;
        }
        notices.add(verified);
    }

    /// Whether the certificate that the case has now would say that it is complete.
    boolean complete(ErasureId id) {
        return new Certificate((Erasure.Certified) look(id), null, null, now).isComplete();
    }

    ErasureId terminate() {
        return open(new Scope.Membership());
    }

    ErasureId open(Scope scope) {
        open.open(OMPASS, ALICE, scope, ids.next());
        return erasures.newest().id();
    }

    Erasure look(ErasureId id) {
        return erasures.find(id).orElseThrow();
    }

    /// Lets the workers do all there is to do.
    void settle() {
        for (var ref = woken.poll(); ref != null; ref = woken.poll()) {
            work.work(ref.erasure());
        }
    }

    /// Goes on from the state of this moment, as a service does whose database is restored; what
    /// others have destroyed or been told stays so.
    Runnable copy() {
        var parts =
                List.of(
                        erasures.copy(),
                        holds.copy(),
                        identifiers.copy(),
                        certificates.copy(),
                        systems.copy());
        return () -> {
            woken.clear();
            parts.forEach(Runnable::run);
        };
    }

    /// What the recheck would do: look at the case again.
    void recheck(ErasureId id) {
        woken.add(new CaseRef(OMPASS, id));
        settle();
    }

    void deposit(ErasureId id) {
        deposit.deposit(id, PERSON);
        settle();
    }

    /// Every service that was asked answers as the newest order says.
    void everybodyAnswers(ErasureId id) {
        answers(id, _ -> true);
    }

    void answers(ErasureId id, Predicate<String> who) {
        var ordered = newestOrder(id);
        for (var part : look(id).parts().all()) {
            if (SystemName.of(part.participant()).isEmpty()
                    && who.test(part.participant().code())) {
                answer(id, part.participant().code(), ordered);
            }
        }
        settle();
    }

    Acknowledged answer(ErasureId id, String participant, ErasureFact.Ordered order) {
        var tallies = order.lines().stream().map(this::tally).toList();
        return say(id, participant, Phase.DONE, order.round(), tallies);
    }

    /// What a law would keep is gone already: its period ended long ago.
    private Tally tally(PlanLine line) {
        return line.disposition() instanceof Disposition.Archive(var basis)
                ? new Tally(
                        line.category(),
                        Outcome.ERASED,
                        1,
                        basis.code(),
                        LocalDate.parse("2020-01-31"))
                : Tally.of(line.category(), outcome(line), 1);
    }

    Acknowledged say(
            ErasureId id, String participant, Phase phase, int round, List<Tally> tallies) {
        return acknowledge.acknowledge(
                new Acknowledgement(
                        id,
                        new ParticipantName(participant),
                        phase,
                        new Answer(round, tallies, Level.L2, List.of(), List.of(), now),
                        participant));
    }

    static Outcome outcome(PlanLine line) {
        return switch (line.disposition()) {
            case Disposition.Erase _ -> Outcome.ERASED;
            case Disposition.Archive _ -> Outcome.ERASED;
            case Disposition.Held _ -> Outcome.HELD;
            case Disposition.Keep _ -> Outcome.KEPT;
        };
    }

    ErasureFact.Ordered newestOrder(ErasureId id) {
        return erasures.facts().stream()
                .filter(ErasureFact.Ordered.class::isInstance)
                .map(ErasureFact.Ordered.class::cast)
                .filter(fact -> fact.opening().id().equals(id))
                .reduce((_, newer) -> newer)
                .orElseThrow();
    }

    Access access() {
        return OwnAccess.to("test");
    }
}
