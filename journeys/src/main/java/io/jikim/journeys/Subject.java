package io.jikim.journeys;

import com.fasterxml.jackson.databind.JsonNode;
import io.jikim.journeys.Cast.Person;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// One person of the tenant as Jikim knows her, and what staff does for her.
public final class Subject {

    private final Cast cast;
    final UUID ref;

    private Subject(Cast cast, UUID ref) {
        this.cast = cast;
        this.ref = ref;
    }

    public UUID ref() {
        return ref;
    }

    /// Registers her; `externalId` is the operator's own key of her row.
    static Subject register(Cast cast, String kind, String externalId, Map<String, String> items) {
        var answer =
                Patience.find(
                        "the policy known to identity-verification-service",
                        Duration.ofSeconds(20),
                        () -> {
                            var tried =
                                    cast.identity(Person.STAFF)
                                            .post(
                                                    "/v1/people",
                                                    Map.of(
                                                            "kind", kind,
                                                            "externalId", externalId,
                                                            "items", items));
                            return tried.status() == 409 ? Optional.empty() : Optional.of(tried);
                        });
        answer.expect(201, "registering a person");
        return new Subject(cast, UUID.fromString(answer.json().get("subjectRef").asText()));
    }

    /// Gives or refuses consent to a purpose, against the notice shown now.
    public String decide(String kind, String purpose, String decision) {
        var notice = notice(kind, purpose);
        var answer =
                Patience.find(
                        "the person known to consent-service",
                        Duration.ofSeconds(20),
                        () -> {
                            var tried =
                                    cast.consent(Person.STAFF)
                                            .post(
                                                    "/v1/consents",
                                                    Map.of(
                                                            "subjectRef",
                                                            ref,
                                                            "purpose",
                                                            purpose,
                                                            "decision",
                                                            decision,
                                                            "noticeDigest",
                                                            notice.get("digest").asText(),
                                                            "lang",
                                                            "en",
                                                            "method",
                                                            "WEB"));
                            return tried.status() == 404 ? Optional.empty() : Optional.of(tried);
                        });
        return answer.expect(201, decision + " " + purpose).json().get("consentId").asText();
    }

    private JsonNode notice(String kind, String purpose) {
        var notices =
                cast.consent(Person.STAFF)
                        .get("/v1/notices?kind=" + kind + "&lang=en")
                        .expect(200, "the notices")
                        .json();
        for (var notice : notices) {
            if (notice.path("purpose").asText().equals(purpose)) {
                return notice;
            }
        }
        throw new StoryBroken("No notice for " + purpose);
    }

    /// Her consents as consent-service lists them.
    JsonNode consents() {
        return cast.consent(Person.STAFF)
                .get("/v1/subjects/" + ref + "/consents", "Jikim-Reason", "RIGHTS_REQUEST")
                .expect(200, "her consents")
                .json()
                .get("consents");
    }

    /// Whether the purpose may use her data now, and why (not).
    Decision decision(String purpose) {
        var answer =
                cast.consent(Person.STAFF)
                        .get("/v1/decisions?subjectRef=" + ref + "&purpose=" + purpose)
                        .expect(200, "a decision")
                        .json();
        return new Decision(answer.get("allowed").asBoolean(), answer.path("because").toString());
    }

    record Decision(boolean allowed, String because) {}

    Api.Answer profile(String reason) {
        return cast.identity(Person.STAFF).get("/v1/people/" + ref, "Jikim-Reason", reason);
    }
}
