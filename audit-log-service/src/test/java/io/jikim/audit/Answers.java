package io.jikim.audit;

import static io.restassured.RestAssured.given;

import io.jikim.testkit.tokens.TestTokens;
import io.jikim.verifier.VerifyAnswer;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/// Asks for answers about persons and has them verified, by what shares no code with the service.
record Answers(String tenant, Path directory) {

    /// What the verifier says of some pages.
    record Said(int exit, String text) {}

    /// All pages, as they came.
    List<String> own(UUID person) {
        return pages(() -> herself(person), "/v1/me/access-records/answer");
    }

    List<String> officers(UUID person) {
        return pages(this::officer, "/v1/access-records/answers/" + person);
    }

    RequestSpecification herself(UUID person) {
        return given().auth()
                .oauth2(
                        TestTokens.forTenant(tenant)
                                .withRoles("DATA_SUBJECT")
                                .withSubjectRef(person)
                                .token());
    }

    RequestSpecification officer() {
        return given().auth()
                .oauth2(TestTokens.forTenant(tenant).withRoles("AUDITOR").token())
                .header("Jikim-Reason", "INSPECTION");
    }

    private static List<String> pages(Supplier<RequestSpecification> asker, String path) {
        var pages = new ArrayList<String>();
        var next = "";
        while (next != null) {
            var page = asker.get().get(path + next).then().statusCode(200).extract().asString();
            pages.add(page);
            var after = new JsonPath(page).getString("next");
            next = after == null ? null : "?after=" + after;
        }
        return pages;
    }

    Said verify(List<String> pages) {
        var args = new ArrayList<String>();
        for (int i = 0; i < pages.size(); i++) {
            args.add(store("page-" + i + ".json", pages.get(i)));
        }
        var key = get("/v1/log/key");
        args.addAll(List.of("--key", store("log.vkey", key)));
        var said = new ByteArrayOutputStream();
        var out = new PrintStream(said, true, StandardCharsets.UTF_8);
        int exit = VerifyAnswer.run(args, out, out);
        return new Said(exit, said.toString(StandardCharsets.UTF_8));
    }

    private static String get(String path) {
        return RestAssured.get(path).asString();
    }

    private String store(String name, String text) {
        try {
            return Files.writeString(directory.resolve(name), text).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
