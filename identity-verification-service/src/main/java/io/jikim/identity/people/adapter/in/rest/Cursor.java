package io.jikim.identity.people.adapter.in.rest;

import io.jikim.identity.people.domain.SubjectRef;
import io.jikim.platform.problem.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;

/// Where a list goes on; callers pass it back as it came.
final class Cursor {

    private Cursor() {}

    static String after(UUID ref) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(ref.toString().getBytes(StandardCharsets.US_ASCII));
    }

    static SubjectRef read(String cursor) {
        try {
            return new SubjectRef(
                    UUID.fromString(
                            new String(
                                    Base64.getUrlDecoder().decode(cursor),
                                    StandardCharsets.US_ASCII)));
        } catch (IllegalArgumentException _) {
            throw new Refusal(400, "invalid-cursor", "Pass `next` back as it came");
        }
    }
}
