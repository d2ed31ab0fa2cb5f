package io.jikim.consent.consents;

import static io.jikim.consent.consents.Samples.ADVERTISING_EN;
import static io.jikim.consent.consents.Samples.NOON;
import static io.jikim.consent.consents.Samples.somebody;
import static org.assertj.core.api.Assertions.assertThat;

import io.jikim.consent.consents.application.port.Consents;
import io.jikim.consent.consents.application.port.Freezes;
import io.jikim.consent.consents.application.port.Memberships;
import io.jikim.consent.consents.domain.ConsentFact;
import io.jikim.consent.consents.domain.ConsentId;
import io.jikim.consent.consents.domain.ConsentRecord;
import io.jikim.consent.consents.domain.ConsentRecord.Answer;
import io.jikim.consent.consents.domain.Evidence;
import io.jikim.consent.consents.domain.Freeze;
import io.jikim.consent.consents.domain.Language;
import io.jikim.consent.consents.domain.Membership;
import io.jikim.consent.consents.domain.Membership.Standing;
import io.jikim.consent.consents.domain.Membership.Termination;
import io.jikim.consent.consents.domain.Method;
import io.jikim.consent.consents.domain.PersonKind;
import io.jikim.consent.consents.domain.SubjectRef;
import io.jikim.platform.access.Access;
import io.jikim.platform.access.Actor;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/// What the use cases rely on, whoever implements the ports.
public abstract class ConsentsContract {

    protected final SubjectRef subject = somebody();

    protected abstract Consents consents();

    protected abstract Memberships memberships();

    protected abstract Freezes freezes();

    protected abstract <T> T inTransaction(Supplier<T> work);

    @Test
    void entries_come_back_as_they_were_added_in_their_order() {
        var given = add(Answer.GIVEN);
        var withdrawn = add(Answer.WITHDRAWN);
        var again = add(Answer.GIVEN);

        var history = inTransaction(() -> consents().historyOf(subject));
        assertThat(history.records()).containsExactly(given, withdrawn, again);
        assertThat(history.current("advertising")).contains(again);
        assertThat(inTransaction(() -> consents().find(withdrawn.id()))).contains(withdrawn);
    }

    @Test
    void nobody_sees_the_entries_of_somebody_else() {
        add(Answer.GIVEN);

        assertThat(inTransaction(() -> consents().historyOf(somebody())).records()).isEmpty();
        assertThat(inTransaction(() -> consents().find(new ConsentId(UUID.randomUUID()))))
                .isEmpty();
    }

    @Test
    void reading_gives_the_same_history() {
        var given = add(Answer.GIVEN);
        var access = new Access(new Actor("staff-1", "STAFF"), "read", "CUSTOMER_REQUEST", "::1");

        assertThat(inTransaction(() -> consents().read(subject, access)).records())
                .containsExactly(given);
    }

    @Test
    void a_text_can_be_kept_twice() {
        inTransaction(() -> {
            consents().keep(ADVERTISING_EN);
            consents().keep(ADVERTISING_EN);
            return true;
        });
    }

    @Test
    void a_membership_is_learnt_once_and_ends() {
        learn(PersonKind.USER);
        learn(PersonKind.ADMINISTRATOR);
        var begun = Membership.begun(subject, PersonKind.USER);
        assertThat(inTransaction(() -> memberships().find(subject))).contains(begun);

        var fact = new Standing.Terminated(UUID.randomUUID(), 3, NOON);
        var ended = new Membership(subject, PersonKind.USER, fact);
        inTransaction(() -> {
            assertThat(memberships().lock(subject)).contains(begun);
            memberships().end(new Termination.Done(ended, fact));
            return true;
        });
        assertThat(inTransaction(() -> memberships().find(subject))).contains(ended);
        assertThat(inTransaction(() -> memberships().pastTermination(subject))).isEmpty();
    }

    @Test
    void a_freeze_stands_until_it_is_lifted() {
        var whole = new Freeze(UUID.randomUUID(), subject, null);
        var one = new Freeze(UUID.randomUUID(), subject, "advertising");
        inTransaction(() -> {
            List.of(whole, one, one).forEach(freezes()::add);
            return true;
        });
        assertThat(inTransaction(() -> freezes().of(subject)))
                .containsExactlyInAnyOrder(whole, one);

        lift(one);
        lift(whole);
        assertThat(inTransaction(() -> freezes().of(subject))).containsExactly(whole);
        assertThat(inTransaction(() -> freezes().erased(subject))).isFalse();
    }

    private void lift(Freeze freeze) {
        inTransaction(() -> {
            freezes().lift(freeze.caseId());
            return true;
        });
    }

    private void learn(PersonKind kind) {
        inTransaction(() -> {
            memberships().learn(Membership.begun(subject, kind));
            return true;
        });
    }

    private ConsentRecord add(Answer answer) {
        var entry =
                new ConsentRecord(
                        new ConsentId(UUID.randomUUID()),
                        subject,
                        "advertising",
                        answer,
                        new Evidence(
                                1, ADVERTISING_EN.digest(), Language.EN, Method.WEB, "staff-1"),
                        NOON);
        return inTransaction(() -> {
            consents().add(entry, fact(entry));
            return entry;
        });
    }

    private static ConsentFact fact(ConsentRecord entry) {
        return switch (entry.answer()) {
            case GIVEN -> new ConsentFact.Given(entry);
            case REFUSED -> new ConsentFact.Refused(entry);
            case WITHDRAWN -> new ConsentFact.Withdrawn(entry, List.of());
        };
    }
}
