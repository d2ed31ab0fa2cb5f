package io.jikim.journeys;

import com.fasterxml.jackson.databind.JsonNode;
import io.jikim.journeys.Cast.Person;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;

/// One erasure case, as the privacy officer sees it.
public final class Case {

    private final Cast cast;
    final String id;

    private Case(Cast cast, String id) {
        this.cast = cast;
        this.id = id;
    }

    /// The case of this person with this scope, as soon as there is one.
    public static Case of(Cast cast, UUID subject, String scope) {
        return Patience.find(
                "an erasure case of scope " + scope,
                Duration.ofSeconds(30),
                () ->
                        list(cast, subject)
                                .filter(found -> found.at("/scope/kind").asText().equals(scope))
                                .map(found -> new Case(cast, found.get("id").asText()))
                                .findFirst());
    }

    private static java.util.stream.Stream<JsonNode> list(Cast cast, UUID subject) {
        var answer =
                cast.retention(Person.OFFICER)
                        .get("/v1/erasures?subjectRef=" + subject)
                        .expect(200, "the cases of a person")
                        .json();
        return StreamSupport.stream(answer.get("cases").spliterator(), false);
    }

    public JsonNode now() {
        return cast.retention(Person.OFFICER)
                .get("/v1/erasures/" + id)
                .expect(200, "a case")
                .json();
    }

    public String state() {
        return now().path("state").asText();
    }

    JsonNode plan() {
        return cast.retention(Person.OFFICER)
                .get("/v1/erasures/" + id + "/plan")
                .expect(200, "the plan")
                .json();
    }

    /// The case as people read it in a browser.
    String page(String lang) {
        return cast.retention(Person.OFFICER)
                .get("/v1/erasures/" + id + "?lang=" + lang, "Accept", "text/html")
                .expect(200, "the page of a case")
                .text();
    }

    /// Waits for a certificate that fulfils the wish, with its proof from the audit log.
    public JsonNode certificate(String what, Duration atMost, Predicate<JsonNode> wish) {
        return Patience.find(
                what,
                atMost,
                () -> {
                    var answer =
                            cast.retention(Person.OFFICER)
                                    .get("/v1/erasures/" + id + "/certificate");
                    return answer.status() == 200 && wish.test(answer.json())
                            ? Optional.of(answer.json())
                            : Optional.empty();
                });
    }
}
