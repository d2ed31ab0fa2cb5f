package io.jikim.retention.systems.domain;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Whom a run is about, in the operator's own terms. Never shows in text.
public record Person(PersonKind kind, @Nullable String externalId, @Nullable String email) {

    /// What the person is called in that way; empty when nobody knows.
    public Optional<String> called(Reach.Alias alias) {
        return Optional.ofNullable(
                switch (alias) {
                    case EXTERNAL_ID -> externalId;
                    case EMAIL -> email;
                });
    }

    @Override
    public String toString() {
        return "Person[sealed]";
    }
}
