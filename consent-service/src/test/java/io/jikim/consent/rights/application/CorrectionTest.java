package io.jikim.consent.rights.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jikim.consent.rights.InMemoryCorrections;
import io.jikim.consent.rights.application.port.Requesters.Held;
import io.jikim.consent.rights.domain.Correction.State;
import io.jikim.consent.rights.domain.Requester;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CorrectionTest {

    private static final Instant NOON = Instant.parse("2026-03-02T03:00:00Z");
    private static final Instant LATER = NOON.plusSeconds(3600);

    private final InMemoryCorrections requests = new InMemoryCorrections();
    private final Requester requester = new Requester(UUID.randomUUID());
    private final Held held = new Held(Set.of("email", "phone-number"), true);
    private final RequestCorrection requestCorrection =
            new RequestCorrection(
                    requests,
                    who -> who.equals(requester) ? Optional.of(held) : Optional.empty(),
                    () -> NOON,
                    UUID::randomUUID);
    private final AcceptCorrection acceptCorrection = new AcceptCorrection(requests, () -> LATER);

    @Test
    void a_request_waits_for_every_item_it_names() {
        var request = requestCorrection.request(requester, Set.of("email", "phone-number"));

        acceptCorrection.accept(requester, List.of("email"));
        assertThat(requests.find(request.id()).orElseThrow().outstanding())
                .containsExactly("phone-number");

        acceptCorrection.accept(requester, List.of("phone-number"));
        assertThat(requests.find(request.id()).orElseThrow().state())
                .isEqualTo(new State.Completed(LATER));
        assertThat(requests.open(requester)).isEmpty();
    }

    @Test
    void a_correction_of_something_else_changes_nothing() {
        var request = requestCorrection.request(requester, Set.of("email"));

        acceptCorrection.accept(requester, List.of("phone-number"));

        assertThat(requests.find(request.id())).contains(request);
    }

    @Test
    void a_correction_told_twice_completes_once() {
        requestCorrection.request(requester, Set.of("email"));

        acceptCorrection.accept(requester, List.of("email"));
        acceptCorrection.accept(requester, List.of("email"));

        assertThat(requests.updates()).isEqualTo(1);
    }

    @Test
    void items_that_the_policy_does_not_name_are_told() {
        assertThatThrownBy(() -> requestCorrection.request(requester, Set.of("email", "shoe-size")))
                .isInstanceOfSatisfying(
                        UnknownItems.class,
                        unknown -> assertThat(unknown.items()).containsExactly("shoe-size"));
    }

    @Test
    void nobody_unknown_can_ask() {
        var stranger = new Requester(UUID.randomUUID());

        assertThatThrownBy(() -> requestCorrection.request(stranger, Set.of("email")))
                .isInstanceOf(UnknownRequester.class);
    }
}
