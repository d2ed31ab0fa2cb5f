package io.jikim.identity.people.adapter.in.rest;

import io.jikim.identity.people.application.RegisterPerson.Form;
import io.jikim.identity.people.domain.ExternalId;
import io.jikim.identity.people.domain.Lang;
import io.jikim.identity.people.domain.PersonKind;
import io.jikim.identity.people.domain.SubjectRef;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Who is to be registered; `addedBy` is the administrator who names a sub-administrator, `lang`
/// (`ko` where it is left out) the language that mails to her are in.
record RegistrationRequest(
        @NotNull PersonKind kind,
        @NotBlank @Size(max = 200) @Pattern(regexp = ExternalId.SHAPE) String externalId,
        @NotNull @Size(max = 100) Map<String, String> items,
        @Nullable UUID addedBy,
        @Nullable @Pattern(regexp = "ko|en") String lang) {

    Form toForm() {
        return new Form(
                kind,
                new ExternalId(externalId),
                lang == null ? Lang.KO : Lang.valueOf(lang.toUpperCase(Locale.ROOT)),
                Optional.ofNullable(addedBy).map(SubjectRef::new),
                GivenItems.of(items));
    }

    @Override
    public String toString() {
        return "RegistrationRequest[kind=" + kind + "]";
    }
}
