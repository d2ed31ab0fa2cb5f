package io.jikim.consent.rights;

import static org.assertj.core.api.Assertions.assertThat;

import io.jikim.consent.rights.application.port.CorrectionRequests;
import io.jikim.consent.rights.domain.Correction;
import io.jikim.consent.rights.domain.RequestId;
import io.jikim.consent.rights.domain.Requester;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/// What the use cases rely on, whoever implements the port.
public abstract class CorrectionRequestsContract {

    private static final Instant NOON = Instant.parse("2026-03-02T03:00:00Z");

    private final Requester requester = new Requester(UUID.randomUUID());

    protected abstract CorrectionRequests requests();

    protected abstract <T> T inTransaction(Supplier<T> work);

    @Test
    void a_request_comes_back_as_it_was_added() {
        var request = add(NOON, "email", "phone-number");

        assertThat(inTransaction(() -> requests().find(request.id()))).contains(request);
        assertThat(inTransaction(() -> requests().open(requester))).containsExactly(request);
    }

    @Test
    void requests_are_open_oldest_first_until_they_are_completed() {
        var first = add(NOON, "email");
        var second = add(NOON.plusSeconds(1), "email");

        var done = first.corrected(Set.of("email"), NOON.plusSeconds(9)).orElseThrow();
        inTransaction(() -> {
            requests().update(done);
            return true;
        });

        assertThat(inTransaction(() -> requests().open(requester))).containsExactly(second);
        assertThat(inTransaction(() -> requests().find(first.id()))).contains(done);
    }

    @Test
    void what_is_partly_corrected_stays_open() {
        var request = add(NOON, "email", "phone-number");
        var partly = request.corrected(Set.of("email"), NOON.plusSeconds(9)).orElseThrow();
        inTransaction(() -> {
            requests().update(partly);
            return true;
        });

        assertThat(inTransaction(() -> requests().open(requester)))
                .extracting(Correction::outstanding)
                .isEqualTo(List.of(Set.of("phone-number")));
    }

    private Correction add(Instant at, String... items) {
        var id = new RequestId(UUID.randomUUID());
        var request = Correction.requested(id, requester, Set.of(items), true, at);
        return inTransaction(() -> {
            requests().add(request);
            return request;
        });
    }
}
