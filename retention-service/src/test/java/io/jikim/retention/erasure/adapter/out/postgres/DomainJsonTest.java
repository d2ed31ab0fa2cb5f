package io.jikim.retention.erasure.adapter.out.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.jikim.retention.erasure.domain.Answer;
import io.jikim.retention.erasure.domain.Basis;
import io.jikim.retention.erasure.domain.Category;
import io.jikim.retention.erasure.domain.Disposition;
import io.jikim.retention.erasure.domain.Erasure;
import io.jikim.retention.erasure.domain.ErasureId;
import io.jikim.retention.erasure.domain.Expiry;
import io.jikim.retention.erasure.domain.HoldId;
import io.jikim.retention.erasure.domain.ItemCode;
import io.jikim.retention.erasure.domain.Known;
import io.jikim.retention.erasure.domain.Level;
import io.jikim.retention.erasure.domain.Notice;
import io.jikim.retention.erasure.domain.Opening;
import io.jikim.retention.erasure.domain.Outcome;
import io.jikim.retention.erasure.domain.ParticipantName;
import io.jikim.retention.erasure.domain.Parts;
import io.jikim.retention.erasure.domain.Plan;
import io.jikim.retention.erasure.domain.PlanLine;
import io.jikim.retention.erasure.domain.PolicyRules;
import io.jikim.retention.erasure.domain.PurposeCode;
import io.jikim.retention.erasure.domain.PurposeRule;
import io.jikim.retention.erasure.domain.Residue;
import io.jikim.retention.erasure.domain.Scope;
import io.jikim.retention.erasure.domain.SubjectId;
import io.jikim.retention.erasure.domain.SystemName;
import io.jikim.retention.erasure.domain.Taking;
import io.jikim.retention.erasure.domain.Tally;
import io.jikim.retention.erasure.domain.TenantCode;
import io.jikim.retention.erasure.domain.Verification;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DomainJsonTest {
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00.123456Z");
    private static final Category PAYMENTS = new Category("payment-records");
    private static final ParticipantName CONSENT = new ParticipantName("consent-service");
    private final Opening opening =
            new Opening(
                    new ErasureId(new UUID(1, 1)),
                    new TenantCode("ompass"),
                    new SubjectId(new UUID(1, 2)),
                    new Scope.Purpose(new PurposeCode("ads"), Set.of(new PurposeCode("service"))),
                    new UUID(1, 3),
                    NOON,
                    NOON.plusSeconds(60));

    @Test
    void gives_rules_back_as_they_were() {
        var rules =
                new PolicyRules(
                        3,
                        "d",
                        0,
                        List.of(
                                new PurposeRule(
                                        new PurposeCode("service"),
                                        Set.of(new ItemCode("email")),
                                        Set.of(PAYMENTS))),
                        Map.of(new ItemCode("email"), new Category("profile")),
                        Map.of(PAYMENTS, new Basis("법 · Act", Period.ofYears(5))));

        assertThat(DomainJson.read(DomainJson.write(rules), PolicyRules.class)).isEqualTo(rules);
    }

    @Test
    void gives_a_case_back_in_every_state() {
        var opened =
                new Erasure.Opened(
                        opening,
                        Parts.pending(List.of(CONSENT, new SystemName("shop").participant())));
        var frozen = opened.frozen(CONSENT, NOON).freeze();
        var planned = frozen.plan(plan(), 3);
        var ordered = planned.order(plan(), NOON);
        var contested = said(ordered, CONSENT, 3, Map.of());
        var failed = ordered.failed(new SystemName("shop").participant(), "unreachable", NOON);
        var late = failed.overdue(NOON);
        var settled = answered(answered(late, CONSENT), new SystemName("shop").participant());
        var verified =
                settled.verify(
                        new Verification(
                                NOON,
                                List.of(new Verification.Swept(new SystemName("shop"), 3, 9))));
        var informed = verified.inform(new Notice.Sent(NOON));
        var untold = verified.inform(new Notice.Undeliverable(NOON, "550 5.1.1"));
        var certified =
                informed.certify()
                        .expired(
                                List.of(
                                        new Expiry(
                                                new UUID(1, 5),
                                                PAYMENTS,
                                                LocalDate.of(2027, 1, 1),
                                                NOON,
                                                "c0ffee")));

        assertThat(
                        List.<Erasure>of(
                                opened, frozen, planned, ordered, contested, failed, late, settled,
                                verified, informed, untold, certified))
                .allSatisfy(state -> assertThat(again(state)).isEqualTo(state));
    }

    @Test
    void reads_a_part_that_was_stored_before_answers_were_compared_with_orders() {
        var stored =
                """
                {"all":[{"participant":"consent-service","state":{"kind":"PENDING"},
                 "done":{"tallies":[],"level":"L4","proofs":[],"residues":[]}}]}
                """;

        assertThat(DomainJson.read(stored, Parts.class)).isEqualTo(Parts.pending(List.of(CONSENT)));
    }

    private Erasure again(Erasure state) {
        var json = DomainJson.write(CaseDocument.of(state));
        return DomainJson.read(json, CaseDocument.class).toDomain(StateName.of(state), opening);
    }

    private static Plan plan() {
        return new Plan(
                1,
                "d",
                List.of(
                        PlanLine.whole(new Category("marketing"), new Disposition.Erase()),
                        PlanLine.whole(
                                PAYMENTS,
                                new Disposition.Archive(new Basis("Act", Period.ofYears(5)))),
                        PlanLine.whole(
                                new Category("login-logs"),
                                new Disposition.Held(new HoldId(new UUID(1, 4)))),
                        new PlanLine(
                                new Category("profile"),
                                Set.of(new ItemCode("email")),
                                new Disposition.Keep(Set.of(new PurposeCode("service"))))));
    }

    private static Erasure.Ordered answered(Erasure.Ordered ordered, ParticipantName who) {
        return said(
                ordered, who, 3, Map.of(new Known.Ending(PAYMENTS, LocalDate.of(2030, 1, 1)), 3L));
    }

    private static Erasure.Ordered said(
            Erasure.Ordered ordered,
            ParticipantName who,
            long count,
            Map<Known.Ending, Long> deposited) {
        var known = new Known(Set.of(), null, deposited, LocalDate.of(2026, 11, 24));
        var answer =
                new Answer(
                        1,
                        List.of(
                                new Tally(
                                        PAYMENTS,
                                        Outcome.ARCHIVED,
                                        count,
                                        "Act",
                                        LocalDate.of(2030, 1, 1))),
                        Level.L1,
                        List.of("key:1:2"),
                        List.of(new Residue("backups", null)),
                        NOON);
        return ((Taking.Taken) ordered.take(who, answer, known)).erasure();
    }
}
