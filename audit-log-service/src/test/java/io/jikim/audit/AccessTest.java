package io.jikim.audit;

import static org.awaitility.Awaitility.await;

import io.jikim.testkit.access.AccessContract;
import io.jikim.testkit.stack.Stack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

@QuarkusTest
@QuarkusTestResource(
        value = Stack.class,
        initArgs = @ResourceArg(name = "service", value = "audit-log-service"))
class AccessTest extends AccessContract {

    @Inject Bus bus;

    AccessTest() {
        super("audit-log-service");
    }

    @Override
    protected URI address() {
        return URI.create("http://localhost:" + RestAssured.port);
    }

    @Override
    protected String stranger() {
        return newTenant();
    }

    @Override
    protected Theirs theirs() {
        var theirs = newTenant();
        var her = UUID.randomUUID();
        var event = bus.tell(theirs, bus.access(theirs, "staff-1", "203.0.113.7", her));
        var proof =
                call("GET /v1/log/proofs/{eventId}")
                        .path("eventId", event)
                        .header("Jikim-Reason", "PROOF");
        await().atMost(Duration.ofSeconds(30))
                .until(() -> send(as("AUDITOR", theirs, proof)).status() == 200);
        return new Theirs(
                theirs,
                List.of(
                        call("GET /v1/access-records").query("subjectRef", her),
                        call("GET /v1/access-records/export")
                                .query("subjectRef", her)
                                .query("format", "jsonl")
                                .query("proof", "false"),
                        call("GET /v1/access-records/answers/{subjectRef}").path("subjectRef", her),
                        proof,
                        call("GET /v1/log/tlog-proofs/{eventId}").path("eventId", event)),
                List.of());
    }

    private static String newTenant() {
        return "t-" + UUID.randomUUID().toString().substring(0, 18);
    }
}
