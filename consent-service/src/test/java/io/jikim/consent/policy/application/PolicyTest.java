package io.jikim.consent.policy.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jikim.consent.policy.InMemoryPolicies;
import io.jikim.consent.policy.application.ImportPolicy.Import;
import io.jikim.consent.policy.application.port.PolicyTexts;
import io.jikim.consent.policy.domain.PolicyDocument;
import io.jikim.consent.policy.domain.PolicyError;
import io.jikim.consent.policy.domain.PolicyVersion;
import io.jikim.consent.policy.domain.PolicyVersion.Publication;
import io.jikim.consent.policy.domain.Retention;
import io.jikim.consent.policy.domain.Terms;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PolicyTest {

    private static final Instant NOON = Instant.parse("2026-03-02T03:00:00Z");
    private static final Terms TERMS =
            new Terms(
                    LocalDate.parse("2022-03-01"),
                    0,
                    true,
                    List.of(),
                    List.of(),
                    new Retention(List.of(), List.of()));

    private final InMemoryPolicies policies = new InMemoryPolicies();
    private final PolicyTexts texts =
            new PolicyTexts() {
                @Override
                public Reading read(String yaml) {
                    return yaml.isEmpty()
                            ? new Reading.Rejected(
                                    List.of(new PolicyError("", 1, "syntax", "empty")))
                            : new Reading.Accepted(new PolicyDocument(yaml));
                }

                @Override
                public Terms terms(PolicyDocument document) {
                    return TERMS;
                }
            };
    private final ImportPolicy importPolicy =
            new ImportPolicy(policies, texts, () -> NOON, UUID::randomUUID);
    private final PublishPolicy publishPolicy =
            new PublishPolicy(policies, texts, () -> NOON.plusSeconds(1));
    private final CurrentPolicy currentPolicy = new CurrentPolicy(policies);

    @Test
    void versions_count_from_one() {
        assertThat(draft("{}").number()).isEqualTo(1);
        assertThat(draft("{}").number()).isEqualTo(2);
    }

    @Test
    void nothing_is_stored_of_a_policy_with_errors() {
        assertThat(importPolicy.read("")).isInstanceOf(Import.Rejected.class);
        assertThat(policies.nextNumber()).isEqualTo(1);
    }

    @Test
    void a_draft_is_seen_by_nobody() {
        draft("{}");

        assertThatThrownBy(currentPolicy::current).isInstanceOf(UnknownPolicy.class);
    }

    @Test
    void publishing_twice_answers_the_same_and_announces_once() {
        draft("{}");
        var first = publishPolicy.publish(1);

        assertThat(first).isInstanceOf(Publication.Done.class);
        assertThat(publishPolicy.publish(1))
                .isEqualTo(new Publication.AlreadyDone(currentPolicy.current()));
        assertThat(policies.announced()).containsExactly(TERMS);
    }

    @Test
    void the_highest_published_version_is_in_force() {
        draft("{}");
        draft("{\"a\":1}");
        publishPolicy.publish(1);
        publishPolicy.publish(2);

        assertThat(currentPolicy.current().number()).isEqualTo(2);
    }

    @Test
    void an_overtaken_draft_cannot_come_into_force() {
        draft("{}");
        draft("{}");
        publishPolicy.publish(2);

        assertThat(publishPolicy.publish(1)).isEqualTo(new Publication.Overtaken(2));
        assertThat(policies.announced()).hasSize(1);
    }

    @Test
    void an_unknown_version_cannot_be_published() {
        assertThatThrownBy(() -> publishPolicy.publish(7)).isInstanceOf(UnknownPolicy.class);
    }

    @Test
    void a_digest_is_the_hash_of_the_canonical_text() {
        assertThat(new PolicyDocument("{}").digest())
                .isEqualTo("44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a");
    }

    private PolicyVersion draft(String yaml) {
        return switch (importPolicy.read(yaml)) {
            case Import.Drafted(var draft) -> draft;
            case Import.Rejected(var errors) -> throw new AssertionError(errors.toString());
        };
    }
}
