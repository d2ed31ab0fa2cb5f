package io.jikim.consent.consents.domain;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What the published policy means for consents: its purposes and the notices they are asked with.
public record PolicyInForce(int version, List<Purpose> purposes, List<Notice> notices) {

    public PolicyInForce {
        purposes = List.copyOf(purposes);
        notices = List.copyOf(notices);
    }

    /// The purpose of that code, if the policy names it for this kind of person.
    public Optional<Purpose> purpose(String code, PersonKind kind) {
        return purposesOf(kind).filter(purpose -> purpose.code().equals(code)).findFirst();
    }

    /// Every purpose that can apply to this kind of person.
    public Stream<Purpose> purposesOf(PersonKind kind) {
        return purposes.stream().filter(purpose -> purpose.concerns(kind));
    }

    /// The notices that a person of this kind is shown, in one language.
    public List<Notice> notices(PersonKind kind, Language language) {
        return notices.stream()
                .filter(notice -> notice.kind() == kind && notice.language() == language)
                .toList();
    }

    /// The notice a consent is asked with now.
    public Optional<Notice> notice(String purpose, PersonKind kind, Language language) {
        return notices(kind, language).stream()
                .filter(notice -> notice.purpose().equals(purpose))
                .findFirst();
    }
}
