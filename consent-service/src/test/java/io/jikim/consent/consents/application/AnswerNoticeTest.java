package io.jikim.consent.consents.application;

import static io.jikim.consent.consents.Samples.ADVERTISING_EN;
import static io.jikim.consent.consents.Samples.ADVERTISING_KO;
import static io.jikim.consent.consents.Samples.NOON;
import static io.jikim.consent.consents.Samples.POLICY;
import static io.jikim.consent.consents.Samples.somebody;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jikim.consent.consents.Fakes.InMemoryConsents;
import io.jikim.consent.consents.Fakes.InMemoryFreezes;
import io.jikim.consent.consents.Fakes.InMemoryMemberships;
import io.jikim.consent.consents.application.AnswerNotice.Given;
import io.jikim.consent.consents.application.CannotAnswer.Reason;
import io.jikim.consent.consents.domain.ConsentFact;
import io.jikim.consent.consents.domain.ConsentRecord;
import io.jikim.consent.consents.domain.ConsentRecord.Answer;
import io.jikim.consent.consents.domain.Freeze;
import io.jikim.consent.consents.domain.Language;
import io.jikim.consent.consents.domain.Membership;
import io.jikim.consent.consents.domain.Method;
import io.jikim.consent.consents.domain.Notice;
import io.jikim.consent.consents.domain.PersonKind;
import io.jikim.consent.consents.domain.SubjectRef;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AnswerNoticeTest {

    private final InMemoryConsents consents = new InMemoryConsents();
    private final InMemoryMemberships memberships = new InMemoryMemberships();
    private final InMemoryFreezes freezes = new InMemoryFreezes();
    private final SubjectRef subject = somebody();
    private final AnswerNotice answerNotice =
            new AnswerNotice(
                    consents,
                    memberships,
                    () -> Optional.of(POLICY),
                    freezes,
                    () -> NOON,
                    UUID::randomUUID);

    @BeforeEach
    void know_the_person() {
        memberships.learn(Membership.begun(subject, PersonKind.USER));
    }

    @Test
    void a_yes_is_kept_with_the_text_it_was_said_to() {
        var entry = say(true, "advertising", ADVERTISING_KO);

        assertThat(entry.answer()).isEqualTo(Answer.GIVEN);
        assertThat(entry.at()).isEqualTo(NOON);
        assertThat(entry.evidence().noticeDigest()).isEqualTo(ADVERTISING_KO.digest());
        assertThat(consents.shown()).containsExactly(ADVERTISING_KO);
        assertThat(consents.facts()).containsExactly(new ConsentFact.Given(entry));
    }

    @Test
    void a_no_is_kept_too() {
        var entry = say(false, "advertising", ADVERTISING_EN);

        assertThat(consents.facts()).containsExactly(new ConsentFact.Refused(entry));
    }

    @Test
    void a_yes_after_a_no_holds() {
        say(false, "advertising", ADVERTISING_EN);
        say(true, "advertising", ADVERTISING_EN);

        assertThat(consents.historyOf(subject).given()).containsExactly("advertising");
    }

    @Test
    void a_no_after_a_yes_must_be_said_as_a_withdrawal() {
        say(true, "advertising", ADVERTISING_EN);

        refused(() -> say(false, "advertising", ADVERTISING_EN), Reason.ALREADY_GIVEN);
    }

    @Test
    void a_purpose_that_the_policy_does_not_name_cannot_be_consented_to() {
        refused(() -> say(true, "resale", ADVERTISING_EN), Reason.NO_SUCH_PURPOSE);
    }

    @Test
    void a_purpose_on_a_contract_is_not_asked_for() {
        refused(() -> say(true, "support", ADVERTISING_EN), Reason.CONSENT_NOT_NEEDED);
    }

    @Test
    void a_text_in_the_other_language_was_not_the_one_shown() {
        var given = given(true, "advertising", ADVERTISING_KO.digest(), Language.EN);

        refused(() -> answerNotice.answer(given), Reason.NOTICE_NOT_CURRENT);
    }

    @Test
    void nobody_unknown_can_answer() {
        memberships.forget(subject);

        assertThatThrownBy(() -> say(true, "advertising", ADVERTISING_EN))
                .isInstanceOf(UnknownSubject.class);
    }

    @Test
    void an_open_erasure_of_the_purpose_must_end_first() {
        freezes.add(new Freeze(UUID.randomUUID(), subject, "advertising"));

        refused(() -> say(true, "advertising", ADVERTISING_EN), Reason.ERASURE_IN_PROGRESS);
    }

    @Test
    void nothing_is_kept_of_an_answer_that_cannot_be_taken() {
        refused(() -> say(true, "resale", ADVERTISING_EN), Reason.NO_SUCH_PURPOSE);

        assertThat(consents.facts()).isEmpty();
        assertThat(consents.shown()).isEmpty();
    }

    private ConsentRecord say(boolean yes, String purpose, Notice notice) {
        return answerNotice.answer(given(yes, purpose, notice.digest(), notice.language()));
    }

    private Given given(boolean yes, String purpose, String digest, Language language) {
        return new Given(subject, purpose, yes, digest, language, Method.WEB, "staff-1");
    }

    private static void refused(ThrowingCallable call, Reason reason) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        CannotAnswer.class,
                        refusal -> assertThat(refusal.reason()).isEqualTo(reason));
    }
}
