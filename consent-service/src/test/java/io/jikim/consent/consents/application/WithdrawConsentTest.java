package io.jikim.consent.consents.application;

import static io.jikim.consent.consents.Samples.ADVERTISING_EN;
import static io.jikim.consent.consents.Samples.NOON;
import static io.jikim.consent.consents.Samples.POLICY;
import static io.jikim.consent.consents.Samples.SERVICE_EN;
import static io.jikim.consent.consents.Samples.somebody;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jikim.consent.consents.Fakes.InMemoryConsents;
import io.jikim.consent.consents.Fakes.InMemoryFreezes;
import io.jikim.consent.consents.Fakes.InMemoryMemberships;
import io.jikim.consent.consents.domain.ConsentFact;
import io.jikim.consent.consents.domain.ConsentId;
import io.jikim.consent.consents.domain.ConsentRecord;
import io.jikim.consent.consents.domain.ConsentRecord.Answer;
import io.jikim.consent.consents.domain.Membership;
import io.jikim.consent.consents.domain.Method;
import io.jikim.consent.consents.domain.Notice;
import io.jikim.consent.consents.domain.PersonKind;
import io.jikim.consent.consents.domain.SubjectRef;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WithdrawConsentTest {

    private final InMemoryConsents consents = new InMemoryConsents();
    private final InMemoryMemberships memberships = new InMemoryMemberships();
    private final SubjectRef subject = somebody();
    private final AnswerNotice answerNotice =
            new AnswerNotice(
                    consents,
                    memberships,
                    () -> Optional.of(POLICY),
                    new InMemoryFreezes(),
                    () -> NOON,
                    UUID::randomUUID);
    private final WithdrawConsent withdrawConsent =
            new WithdrawConsent(
                    consents,
                    memberships,
                    () -> Optional.of(POLICY),
                    () -> NOON.plusSeconds(60),
                    UUID::randomUUID);

    @BeforeEach
    void know_the_person() {
        memberships.learn(Membership.begun(subject, PersonKind.USER));
    }

    @Test
    void names_the_purposes_that_remain() {
        say(true, SERVICE_EN);
        var given = say(true, ADVERTISING_EN);

        var entry = withdrawConsent.withdraw(given.id());

        assertThat(entry.answer()).isEqualTo(Answer.WITHDRAWN);
        assertThat(consents.facts())
                .last()
                .isEqualTo(new ConsentFact.Withdrawn(entry, List.of("service", "support", "tax")));
    }

    @Test
    void a_consent_never_given_does_not_remain() {
        var entry = withdrawConsent.withdraw(say(true, ADVERTISING_EN).id());

        assertThat(consents.facts())
                .last()
                .isEqualTo(new ConsentFact.Withdrawn(entry, List.of("support", "tax")));
    }

    @Test
    void announces_nothing_the_second_time() {
        var given = say(true, ADVERTISING_EN);
        var first = withdrawConsent.withdraw(given.id());

        assertThat(withdrawConsent.withdraw(given.id())).isEqualTo(first);
        assertThat(withdrawConsent.withdraw(first.id())).isEqualTo(first);
        assertThat(consents.facts()).hasSize(2);
    }

    @Test
    void a_consent_given_again_can_be_withdrawn_again() {
        var first = say(true, ADVERTISING_EN);
        withdrawConsent.withdraw(first.id());
        var second = say(true, ADVERTISING_EN);

        withdrawConsent.withdraw(second.id());

        assertThat(consents.historyOf(subject).given()).isEmpty();
        assertThat(consents.facts()).hasSize(4);
    }

    @Test
    void a_refusal_cannot_be_withdrawn() {
        var refused = say(false, ADVERTISING_EN);

        assertThatThrownBy(() -> withdrawConsent.withdraw(refused.id()))
                .isInstanceOf(CannotAnswer.class);
    }

    @Test
    void an_unknown_consent_is_unknown() {
        assertThatThrownBy(() -> withdrawConsent.withdraw(new ConsentId(UUID.randomUUID())))
                .isInstanceOf(UnknownConsent.class);
    }

    private ConsentRecord say(boolean yes, Notice notice) {
        return answerNotice.answer(
                new AnswerNotice.Given(
                        subject,
                        notice.purpose(),
                        yes,
                        notice.digest(),
                        notice.language(),
                        Method.WEB,
                        "staff-1"));
    }
}
