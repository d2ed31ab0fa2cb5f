package io.jikim.identity.people.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RedactionTest {

    @Test
    void nothing_about_a_person_prints_itself() {
        var profile =
                new Profile(
                        new SubjectRef(UUID.randomUUID()),
                        PersonKind.USER,
                        new ExternalId("marker-1"),
                        Lang.KO,
                        Items.of(
                                Map.of("first-name", "marker-2", "email", "marker-3@example.org")));

        assertThat(profile.toString()).doesNotContain("marker").contains("first-name");
        assertThat(Aliases.of(profile).toString()).doesNotContain("marker");
    }
}
