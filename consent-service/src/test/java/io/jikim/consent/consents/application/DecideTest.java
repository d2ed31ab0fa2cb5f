package io.jikim.consent.consents.application;

import static io.jikim.consent.consents.Samples.ADVERTISING_EN;
import static io.jikim.consent.consents.Samples.NOON;
import static io.jikim.consent.consents.Samples.POLICY;
import static io.jikim.consent.consents.Samples.rewritten;
import static io.jikim.consent.consents.Samples.somebody;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jikim.consent.consents.Fakes.InMemoryConsents;
import io.jikim.consent.consents.Fakes.InMemoryFreezes;
import io.jikim.consent.consents.Fakes.InMemoryMemberships;
import io.jikim.consent.consents.domain.ConsentRecord;
import io.jikim.consent.consents.domain.Decision.Because;
import io.jikim.consent.consents.domain.Freeze;
import io.jikim.consent.consents.domain.Language;
import io.jikim.consent.consents.domain.Membership;
import io.jikim.consent.consents.domain.Method;
import io.jikim.consent.consents.domain.PersonKind;
import io.jikim.consent.consents.domain.PolicyInForce;
import io.jikim.consent.consents.domain.SubjectRef;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DecideTest {

    private final InMemoryConsents consents = new InMemoryConsents();
    private final InMemoryMemberships memberships = new InMemoryMemberships();
    private final InMemoryFreezes freezes = new InMemoryFreezes();
    private final Set<String> beingCorrected = new HashSet<>();
    private final SubjectRef subject = somebody();
    private PolicyInForce policy = POLICY;
    private final Decide decide =
            new Decide(
                    memberships, consents, freezes, _ -> beingCorrected, () -> Optional.of(policy));

    @BeforeEach
    void know_the_person() {
        memberships.learn(Membership.begun(subject, PersonKind.USER));
    }

    @Test
    void a_contract_and_a_law_need_no_consent() {
        assertThat(decide.on(subject, "support").because()).containsExactly(Because.CONTRACT);
        assertThat(decide.on(subject, "tax").because()).containsExactly(Because.LAW);
        assertThat(decide.on(subject, "tax").allowed()).isTrue();
    }

    @Test
    void a_purpose_on_consent_waits_for_a_yes() {
        says_no("advertising", Because.NOT_CONSENTED);

        var given = give();
        assertThat(decide.on(subject, "advertising").because()).containsExactly(Because.CONSENT);

        withdraw(given);
        says_no("advertising", Because.WITHDRAWN);
    }

    @Test
    void a_rewritten_notice_needs_consent_again() {
        give();
        policy = rewritten("Email, phone");

        says_no("advertising", Because.NOTICE_CHANGED);
    }

    @Test
    void a_new_version_with_the_same_words_does_not() {
        give();
        policy = rewritten("Email");

        assertThat(decide.on(subject, "advertising").allowed()).isTrue();
    }

    @Test
    void what_is_being_corrected_blocks_the_purposes_that_use_it_and_no_other() {
        give();
        beingCorrected.add("name");

        says_no("support", Because.RESTRICTED_BY_CORRECTION);
        assertThat(decide.on(subject, "advertising").allowed()).isTrue();

        beingCorrected.clear();
        assertThat(decide.on(subject, "support").allowed()).isTrue();
    }

    @Test
    void nothing_is_allowed_after_a_termination_not_even_by_law() {
        new TerminateMembership(
                        memberships, () -> Optional.of(POLICY), () -> NOON, UUID::randomUUID)
                .terminate(subject);

        says_no("tax", Because.MEMBERSHIP_TERMINATED);
    }

    @Test
    void a_freeze_of_one_purpose_leaves_the_others() {
        freezes.add(new Freeze(UUID.randomUUID(), subject, "support"));

        says_no("support", Because.ERASURE_IN_PROGRESS);
        assertThat(decide.on(subject, "tax").allowed()).isTrue();
    }

    @Test
    void an_unknown_purpose_is_not_allowed() {
        says_no("resale", Because.NO_SUCH_PURPOSE);
    }

    @Test
    void every_obstacle_is_named() {
        beingCorrected.add("email");

        says_no("advertising", Because.NOT_CONSENTED, Because.RESTRICTED_BY_CORRECTION);
    }

    @Test
    void somebody_erased_is_told_from_somebody_unknown() {
        memberships.forget(subject);
        assertThatThrownBy(() -> decide.on(subject, "tax")).isInstanceOf(UnknownSubject.class);

        freezes.erase(subject);
        says_no("tax", Because.ERASED);
    }

    private void says_no(String purpose, Because... because) {
        var decision = decide.on(subject, purpose);
        assertThat(decision.allowed()).isFalse();
        assertThat(decision.because()).containsExactly(because);
    }

    private ConsentRecord give() {
        return new AnswerNotice(
                        consents,
                        memberships,
                        () -> Optional.of(policy),
                        freezes,
                        () -> NOON,
                        UUID::randomUUID)
                .answer(
                        new AnswerNotice.Given(
                                subject,
                                "advertising",
                                true,
                                ADVERTISING_EN.digest(),
                                Language.EN,
                                Method.WEB,
                                "staff-1"));
    }

    private void withdraw(ConsentRecord given) {
        new WithdrawConsent(
                        consents,
                        memberships,
                        () -> Optional.of(policy),
                        () -> NOON,
                        UUID::randomUUID)
                .withdraw(given.id());
    }
}
