package io.jikim.consent.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.jikim.consent.policy.application.port.Policies;
import io.jikim.consent.policy.application.port.Policies.InForce;
import io.jikim.consent.policy.domain.PolicyDocument;
import io.jikim.consent.policy.domain.PolicyId;
import io.jikim.consent.policy.domain.PolicyVersion;
import io.jikim.consent.policy.domain.PolicyVersion.Publication;
import io.jikim.consent.policy.domain.PolicyVersion.State;
import io.jikim.consent.policy.domain.Retention;
import io.jikim.consent.policy.domain.Terms;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/// What the use cases rely on, whoever implements the port.
public abstract class PoliciesContract {

    private static final Instant NOON = Instant.parse("2026-03-02T03:00:00Z");
    private static final Terms TERMS =
            new Terms(
                    LocalDate.parse("2022-03-01"),
                    0,
                    true,
                    List.of(),
                    List.of(),
                    new Retention(List.of(), List.of()));

    protected abstract Policies policies();

    protected abstract <T> T inTransaction(Supplier<T> work);

    @Test
    void numbers_grow_and_the_highest_published_is_in_force() {
        var first = add();
        var second = add();
        var third = add();
        assertThat(List.of(first.number(), second.number(), third.number()))
                .containsExactly(1, 2, 3);
        assertThat(inTransaction(() -> policies().inForce())).isEmpty();

        publish(first);
        var published = publish(second);

        assertThat(inTransaction(() -> policies().inForce())).contains(new InForce(second.id(), 2));
        assertThat(inTransaction(() -> policies().numbered(2))).contains(published);
        assertThat(inTransaction(() -> policies().find(third.id()))).contains(third);
        assertThat(inTransaction(() -> policies().numbered(4))).isEmpty();
        assertThat(inTransaction(() -> policies().find(new PolicyId(UUID.randomUUID())))).isEmpty();
    }

    private PolicyVersion add() {
        return inTransaction(() -> {
            var draft =
                    new PolicyVersion(
                            new PolicyId(UUID.randomUUID()),
                            policies().nextNumber(),
                            new PolicyDocument("{}"),
                            new State.Draft(NOON));
            policies().add(draft);
            return draft;
        });
    }

    private PolicyVersion publish(PolicyVersion draft) {
        return inTransaction(() ->
                switch (draft.publish(0, NOON.plusSeconds(1))) {
                    case Publication.Done(var published) -> {
                        policies().publish(published, TERMS);
                        yield published;
                    }
                    case Publication.AlreadyDone _, Publication.Overtaken _ ->
                            throw new AssertionError();
                });
    }
}
