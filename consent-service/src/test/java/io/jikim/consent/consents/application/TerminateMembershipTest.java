package io.jikim.consent.consents.application;

import static io.jikim.consent.consents.Samples.NOON;
import static io.jikim.consent.consents.Samples.POLICY;
import static io.jikim.consent.consents.Samples.somebody;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jikim.consent.consents.Fakes.InMemoryMemberships;
import io.jikim.consent.consents.domain.Membership;
import io.jikim.consent.consents.domain.PersonKind;
import io.jikim.consent.consents.domain.SubjectRef;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TerminateMembershipTest {

    private final InMemoryMemberships memberships = new InMemoryMemberships();
    private final SubjectRef subject = somebody();
    private final TerminateMembership terminateMembership =
            new TerminateMembership(
                    memberships, () -> Optional.of(POLICY), () -> NOON, UUID::randomUUID);

    @Test
    void stops_the_processing_now() {
        memberships.learn(Membership.begun(subject, PersonKind.USER));

        var receipt = terminateMembership.terminate(subject);

        assertThat(receipt.at()).isEqualTo(NOON);
        assertThat(memberships.find(subject).orElseThrow().active()).isFalse();
        assertThat(memberships.facts()).containsExactly(receipt);
    }

    @Test
    void answers_the_same_the_second_time_and_announces_nothing() {
        memberships.learn(Membership.begun(subject, PersonKind.USER));
        var first = terminateMembership.terminate(subject);

        assertThat(terminateMembership.terminate(subject)).isEqualTo(first);
        assertThat(memberships.facts()).hasSize(1);
    }

    @Test
    void answers_the_same_when_nothing_else_is_left() {
        memberships.learn(Membership.begun(subject, PersonKind.USER));
        var first = terminateMembership.terminate(subject);
        memberships.forget(subject);

        assertThat(terminateMembership.terminate(subject)).isEqualTo(first);
    }

    @Test
    void needs_somebody_who_is_known() {
        assertThatThrownBy(() -> terminateMembership.terminate(subject))
                .isInstanceOf(UnknownSubject.class);
    }
}
