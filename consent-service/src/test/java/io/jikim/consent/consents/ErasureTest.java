package io.jikim.consent.consents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.jikim.consent.Archive;
import io.jikim.consent.Neighbour;
import io.jikim.consent.Portal;
import io.jikim.consent.Service;
import io.jikim.contracts.Disposition;
import io.jikim.contracts.ErasureCertified;
import io.jikim.contracts.ErasureOpened;
import io.jikim.contracts.ErasureOpened.Scope;
import io.jikim.contracts.ErasureOrdered;
import io.jikim.contracts.ErasureOrdered.Order;
import io.jikim.contracts.Kind;
import io.jikim.testkit.stack.LocalStack;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@Service
class ErasureTest {

    private static final String LAW = "E-Commerce Act Decree Art. 6(1)2";
    private static final List<Order> ORDERS =
            List.of(
                    order("profile", Disposition.ERASE, null, null),
                    order("contract-records", Disposition.ARCHIVE, LAW, Period.ofYears(5)));

    private final UUID caseId = UUID.randomUUID();
    private Portal portal;
    private UUID subject;
    private Neighbour retention;

    @BeforeEach
    void register() {
        portal = Portal.withPolicy();
        subject = portal.register(Kind.ADMINISTRATOR);
        retention = new Neighbour("jikim.retention", portal.tenant(), subject);
    }

    @AfterEach
    void come_back() {
        Archive.away(false);
    }

    @Test
    void an_opened_case_freezes_and_an_order_archives_and_erases() {
        portal.withdraw(portal.give(subject, "advertising"));
        var receipt = portal.terminate(subject).asString();

        open(null);
        await().atMost(Duration.ofSeconds(20)).until(() -> acknowledged("FROZEN").size() == 1);
        assertThat(portal.because(subject, "complaint-handling")).contains("ERASURE_IN_PROGRESS");
        reading_is_refused();

        order(1, ORDERS);
        await().atMost(Duration.ofSeconds(20)).until(() -> acknowledged("DONE").size() == 1);

        var results = acknowledged("DONE").getFirst().at("/acknowledgement/results");
        assertThat(results)
                .extracting(it ->
                        it.path("category").asText()
                                + it.path("disposition").asText()
                                + it.path("count").asInt())
                .containsExactly("contract-recordsARCHIVE3", "profileERASE1");
        assertThat(results.path(0).path("basis").asText()).isEqualTo(LAW);
        assertThat(rowsWith(subject)).isEmpty();
        assertThat(portal.because(subject, "complaint-handling")).containsExactly("ERASED");
        assertThat(portal.terminate(subject).asString()).isEqualTo(receipt);
        assertThat(portal.told(subject).all("membership.terminated")).hasSize(1);
    }

    @Test
    void the_archive_gets_each_answer_and_the_termination_before_they_go() {
        portal.withdraw(portal.give(subject, "advertising"));
        portal.terminate(subject);
        Archive.away(true);
        open(null);
        order(1, ORDERS);

        await().atMost(Duration.ofSeconds(20)).until(() -> waiting() == 1);
        assertThat(rowsWith(subject)).contains("consent", "membership");
        assertThat(acknowledged("DONE")).isEmpty();

        Archive.away(false);
        await().atMost(Duration.ofSeconds(20)).until(() -> acknowledged("DONE").size() == 1);
        var deposit = Archive.deposits(portal.tenant()).getFirst();
        assertThat(deposit.authorization()).startsWith("Bearer ");
        assertThat(deposit.key()).isEqualTo("consent-" + caseId + "-1");
        assertThat(deposit.body().path("caseId").asText()).isEqualTo(caseId.toString());
        assertThat(deposit.body().path("records"))
                .extracting(record -> record.at("/fields/answer").asText())
                .containsExactly("GIVEN", "WITHDRAWN", "TERMINATED");
        assertThat(deposit.body().path("records"))
                .allSatisfy(record -> {
                    assertThat(record.path("legalEventDate").asText())
                            .matches("[0-9]{4}-[0-9]{2}-[0-9]{2}");
                    assertThat(record.path("category").asText()).isEqualTo("contract-records");
                    assertThat(record.path("basis").asText()).isEqualTo(LAW);
                });
    }

    @Test
    void orders_that_the_archive_refuses_let_those_of_others_pass() {
        Archive.refuse(portal.tenant());
        portal.terminate(subject);
        open(null);
        IntStream.rangeClosed(1, 25).forEach(round -> order(round, ORDERS));
        await().atMost(Duration.ofSeconds(30)).until(() -> tried() == 25);

        register();
        portal.terminate(subject);
        open(null);
        order(1, ORDERS);

        await().atMost(Duration.ofSeconds(20)).until(() -> acknowledged("DONE").size() == 1);
    }

    @Test
    void a_later_round_finds_nothing_and_says_so() {
        portal.terminate(subject);
        open(null);
        order(1, ORDERS);
        await().atMost(Duration.ofSeconds(20)).until(() -> acknowledged("DONE").size() == 1);

        order(2, ORDERS);
        order(2, ORDERS);
        await().atMost(Duration.ofSeconds(20)).until(() -> acknowledged("DONE").size() >= 2);

        assertThat(acknowledged("DONE").get(1).at("/acknowledgement/results")).isEmpty();
        assertThat(Archive.deposits(portal.tenant())).hasSize(1);
    }

    @Test
    void a_hold_keeps_the_records_and_its_release_lets_them_go() {
        portal.give(subject, "advertising");
        portal.terminate(subject);
        open(null);
        order(
                1,
                List.of(
                        order("profile", Disposition.ERASE, null, null),
                        order("contract-records", Disposition.HOLD, null, null)));
        await().atMost(Duration.ofSeconds(20)).until(() -> acknowledged("DONE").size() == 1);
        assertThat(rowsWith(subject)).contains("consent", "membership", "frozen");
        assertThat(Archive.deposits(portal.tenant())).isEmpty();

        order(2, List.of(ORDERS.get(1)));
        await().atMost(Duration.ofSeconds(20)).until(() -> acknowledged("DONE").size() == 2);
        assertThat(rowsWith(subject)).isEmpty();
        assertThat(Archive.deposits(portal.tenant())).hasSize(1);
    }

    @Test
    void withdrawing_one_purpose_keeps_the_proof_and_the_other_purposes() {
        portal.give(subject, "service-supply");
        portal.withdraw(portal.give(subject, "advertising"));
        open("advertising");
        await().atMost(Duration.ofSeconds(20)).until(() -> acknowledged("FROZEN").size() == 1);
        assertThat(portal.allows(subject, "service-supply")).isTrue();
        assertThat(portal.because(subject, "advertising"))
                .containsExactly("ERASURE_IN_PROGRESS", "WITHDRAWN");

        retention.says(
                new ErasureOrdered(
                        caseId,
                        subject,
                        1,
                        Scope.PURPOSE,
                        List.of(order("marketing", Disposition.ERASE, null, null)),
                        Instant.now()));
        await().atMost(Duration.ofSeconds(20)).until(() -> acknowledged("DONE").size() == 1);
        var result = acknowledged("DONE").getFirst().at("/acknowledgement/results/0");
        assertThat(result.path("disposition").asText()).isEqualTo("RETAIN");
        assertThat(result.path("count").asInt()).isEqualTo(3);

        retention.says(
                new ErasureCertified(caseId, subject, 1, "L1", "0".repeat(64), Instant.now()));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> portal.because(subject, "advertising").size() == 1);
        portal.give(subject, "advertising");
        assertThat(portal.allows(subject, "advertising")).isTrue();
    }

    private void reading_is_refused() {
        portal.as("STAFF")
                .header("Jikim-Reason", "CUSTOMER_REQUEST")
                .get("/v1/subjects/{ref}/consents", subject)
                .then()
                .statusCode(404);
    }

    private void open(String purpose) {
        retention.says(
                new ErasureOpened(
                        caseId,
                        subject,
                        purpose == null ? Scope.MEMBERSHIP : Scope.PURPOSE,
                        purpose,
                        List.of("consent-service"),
                        Instant.now(),
                        Instant.now().plusSeconds(3600)));
    }

    private void order(int round, List<Order> orders) {
        retention.says(
                new ErasureOrdered(
                        caseId, subject, round, Scope.MEMBERSHIP, orders, Instant.now()));
    }

    private static Order order(
            String category, Disposition disposition, String basis, Period period) {
        return new Order(category, List.of(), disposition, basis, period, null);
    }

    private List<JsonNode> acknowledged(String phase) {
        return portal.told(subject).all("erasure.acknowledged").stream()
                .filter(it -> it.at("/acknowledgement/phase").asText().equals(phase))
                .toList();
    }

    private long tried() {
        return ordersWhere("attempts > 0");
    }

    private long waiting() {
        return ordersWhere("true");
    }

    private long ordersWhere(String condition) {
        return tablesWhere(
                        "select 'erasure_order' from erasure_order where subject_ref = '"
                                + subject
                                + "' and "
                                + condition)
                .size();
    }

    /// The tables of this service that still name the person, looked at past the service.
    private static List<String> rowsWith(UUID subject) {
        var tables = List.of("consent", "membership", "correction", "frozen", "erasure_order");
        var sql = new ArrayList<String>();
        for (var table : tables) {
            sql.add("select '%1$s' from %1$s where subject_ref = '%2$s'".formatted(table, subject));
        }
        return tablesWhere(String.join(" union ", sql));
    }

    private static List<String> tablesWhere(String sql) {
        try (var connection =
                        DriverManager.getConnection(LocalStack.shared().superuserUrl("consent"));
                var rows = connection.createStatement().executeQuery(sql)) {
            var tables = new ArrayList<String>();
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
            return tables;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
