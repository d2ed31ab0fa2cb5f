package io.jikim.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import io.jikim.contracts.Disposition;
import io.jikim.contracts.ErasureOpened;
import io.jikim.contracts.ErasureOpened.Scope;
import io.jikim.contracts.ErasureOrdered;
import io.jikim.contracts.ErasureOrdered.Order;
import io.jikim.participant.AcknowledgementSignature;
import io.jikim.platform.access.Tenant;
import io.jikim.platform.access.TenantScope;
import io.jikim.platform.crypto.SigningKeys;
import io.jikim.platform.crypto.SubjectKeys;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(Neighbours.class)
class ErasureOverKafkaTest {

    private static final String SELF = "identity-verification-service";

    /// Some days ago: the period runs from the day of the case, not from that of the answer.
    private static final Instant OPENED = Instant.now().minus(Duration.ofDays(3));

    private static final String PROVIDER = "identity-provider";

    private final Desk desk = Desk.open();
    private final String address = Desk.address();
    private final UUID caseId = UUID.randomUUID();

    @Inject SigningKeys keys;
    @Inject SubjectKeys subjectKeys;

    @Test
    void a_membership_ends_frozen_deposited_erased_and_without_an_account() {
        var ref = desk.registered(address);
        await().until(() -> Neighbours.state().containsKey("user/" + ref));

        open(ref, Scope.MEMBERSHIP);
        await().until(() -> acknowledged("FROZEN").size() == 2);

        desk.profile(ref).then().statusCode(409).body("code", equalTo("processing-stopped"));
        assertThat(Neighbours.state().get("deposit/" + caseId))
                .contains(address, "\"kind\":\"ADMINISTRATOR\"", "\"locale\":\"en\"")
                .contains("\"externalId\":\"x-");
        assertThat(Neighbours.state().get("user/" + ref)).contains("\"enabled\":false");

        order(ref, 1, Scope.MEMBERSHIP, erase("profile"), erase("cookies"));
        await().until(() -> acknowledged("DONE").size() == 2);

        desk.profile(ref).then().statusCode(404);
        assertThat(Desk.count("person", "ref = '" + ref + "'")).isZero();
        assertThat(Desk.count("person_item", "ref = '" + ref + "'")).isZero();
        assertThat(Neighbours.state()).doesNotContainKey("user/" + ref);
        var mine = by(SELF, "DONE");
        assertThat(mine.path("evidence").path("level").asText()).isEqualTo("L2");
        assertThat(mine.path("evidence").path("proofs").get(0).asText())
                .matches("key:[0-9a-f-]{36}:[0-9a-f]{64}");
        assertThat(mine.path("results").toString())
                .contains("\"category\":\"profile\",\"disposition\":\"ERASE\",\"count\":2");
        assertThat(by(PROVIDER, "DONE").path("evidence").path("level").asText()).isEqualTo("L1");
        told().forEach(this::isSigned);
        assertThat(told().toString()).doesNotContain(address, "Marker-Ada");
    }

    @Test
    void a_withdrawn_purpose_takes_exactly_its_items_and_destroys_their_key() {
        var ref = desk.registered(address);

        open(ref, Scope.PURPOSE);
        await().until(() -> acknowledged("FROZEN").size() == 1);
        desk.profile(ref).then().statusCode(200);
        order(
                ref,
                1,
                Scope.PURPOSE,
                new Order("cookies", List.of("cookies"), Disposition.ERASE, null, null, null),
                new Order("profile", List.of(), Disposition.KEEP, null, null, null));
        await().until(() -> acknowledged("DONE").size() == 1);

        desk.profile(ref)
                .then()
                .statusCode(200)
                .body("items.cookies", equalTo(null))
                .body("items.email", equalTo(address));
        var mine = by(SELF, "DONE");
        assertThat(mine.path("evidence").path("level").asText()).isEqualTo("L2");
        assertThat(mine.path("results").toString())
                .contains("\"category\":\"cookies\",\"disposition\":\"ERASE\",\"count\":1")
                .contains("\"category\":\"profile\",\"disposition\":\"KEEP\",\"count\":2");
    }

    @Test
    void what_a_hold_names_stays_frozen_until_the_next_round_takes_it() {
        var ref = desk.registered(address);
        open(ref, Scope.MEMBERSHIP);
        await().until(() -> acknowledged("FROZEN").size() == 2);

        order(
                ref,
                1,
                Scope.MEMBERSHIP,
                erase("cookies"),
                new Order("profile", List.of(), Disposition.HOLD, null, null, UUID.randomUUID()));
        await().until(() -> acknowledged("DONE").size() == 2);

        assertThat(Desk.count("person_item", "ref = '" + ref + "'")).isEqualTo(2);
        desk.profile(ref).then().statusCode(409);
        assertThat(by(SELF, "DONE").path("results").toString())
                .contains("\"disposition\":\"HOLD\",\"count\":2");

        order(ref, 2, Scope.MEMBERSHIP, erase("profile"));
        await().until(() -> acknowledged("DONE").size() == 4);

        assertThat(Desk.count("person", "ref = '" + ref + "'")).isZero();
        var last =
                acknowledged("DONE").stream()
                        .filter(done -> done.path("participant").asText().equals(SELF))
                        .toList()
                        .getLast();
        assertThat(last.path("round").asInt()).isEqualTo(2);
        assertThat(last.path("evidence").path("level").asText()).isEqualTo("L2");
    }

    @Test
    void what_a_law_keeps_of_an_item_is_in_the_archive_before_it_is_gone_here() {
        var ref = desk.registered(address);
        open(ref, Scope.MEMBERSHIP);
        await().until(() -> acknowledged("FROZEN").size() == 2);
        var law = "E-Commerce Act Art. 6";

        order(
                ref,
                1,
                Scope.MEMBERSHIP,
                erase("cookies"),
                new Order("profile", List.of(), Disposition.ARCHIVE, law, Period.ofYears(5), null));
        await().until(() -> acknowledged("DONE").size() == 2);

        var day = LocalDate.ofInstant(OPENED, ZoneId.of("Asia/Seoul"));
        assertThat(Neighbours.state().get("archive/" + caseId))
                .contains("\"email\":\"" + address, "Marker-Ada", law, ref + "/email")
                .contains("\"legalEventDate\":\"" + day + "\"")
                .doesNotContain("tracking-1");
        assertThat(by(SELF, "DONE").path("results").toString())
                .contains("\"category\":\"profile\",\"disposition\":\"ARCHIVE\",\"count\":2")
                .contains("\"until\":\"" + day.plusYears(5) + "\"");
        assertThat(by(SELF, "DONE").path("evidence").path("level").asText()).isEqualTo("L2");
        assertThat(Desk.count("person", "ref = '" + ref + "'")).isZero();
    }

    @Test
    void a_person_who_came_back_from_a_backup_without_her_keys_is_erased_again() {
        var ref = desk.registered(address);
        TenantScope.run(
                new Tenant(desk.tenant()),
                () -> subjectKeys.destroy(ref, List.of(), UUID.randomUUID()));

        open(ref, Scope.MEMBERSHIP);
        await().until(() -> acknowledged("FROZEN").size() == 2);
        assertThat(Neighbours.state().get("deposit/" + caseId))
                .contains("\"kind\":\"ADMINISTRATOR\"", "\"locale\":\"en\"")
                .doesNotContain("externalId", "email");
        order(
                ref,
                1,
                Scope.MEMBERSHIP,
                erase("cookies"),
                new Order(
                        "profile",
                        List.of(),
                        Disposition.ARCHIVE,
                        "E-Commerce Act Art. 6",
                        Period.ofYears(5),
                        null));
        await().until(() -> acknowledged("DONE").size() == 2);

        assertThat(Desk.count("person", "ref = '" + ref + "'")).isZero();
        assertThat(Desk.count("person_item", "ref = '" + ref + "'")).isZero();
        assertThat(Neighbours.state()).doesNotContainKey("archive/" + caseId);
        assertThat(by(SELF, "DONE").path("results").toString())
                .contains("\"category\":\"cookies\",\"disposition\":\"ERASE\",\"count\":1")
                .doesNotContain("ARCHIVE");
    }

    @Test
    void neighbours_that_are_away_delay_the_answer_and_lose_nothing() {
        var ref = desk.registered(address);
        await().until(() -> Neighbours.state().containsKey("user/" + ref));
        Neighbours.state().put("away/retention", "yes");
        Neighbours.state().put("away/provider", "yes");
        try {
            open(ref, Scope.MEMBERSHIP);
            await().until(() ->
                    Desk.count("erasure_task", "case_id = '" + caseId + "' and attempts > 0") == 2);
            desk.profile(ref).then().statusCode(409);
            assertThat(told()).isEmpty();
        } finally {
            Neighbours.state().remove("away/retention");
            Neighbours.state().remove("away/provider");
        }
        await().atMost(Duration.ofSeconds(30)).until(() -> acknowledged("FROZEN").size() == 2);
        assertThat(Neighbours.state().get("deposit/" + caseId)).contains(address);
    }

    @ParameterizedTest
    @ValueSource(strings = {"500", "400"})
    void an_account_that_the_provider_is_just_changing_is_blocked_all_the_same(String answer) {
        var ref = frozenAtOnceThough("collides", answer);

        assertThat(Neighbours.state().get("user/" + ref)).contains("\"enabled\":false");
    }

    @Test
    void an_account_that_goes_while_it_is_blocked_is_blocked_enough() {
        var ref = frozenAtOnceThough("goes", "yes");

        assertThat(Neighbours.state()).doesNotContainKey("user/" + ref);
    }

    /// A person with an account that meets this trouble when it is blocked; no attempt fails.
    private UUID frozenAtOnceThough(String trouble, String how) {
        var ref = desk.registered(address);
        await().until(() -> Neighbours.state().containsKey("user/" + ref));
        Neighbours.state().put(trouble + "/" + ref, how);

        open(ref, Scope.MEMBERSHIP);
        await().until(() -> acknowledged("FROZEN").size() == 2);

        assertThat(Neighbours.state()).doesNotContainKey(trouble + "/" + ref);
        assertThat(Desk.count("erasure_task", "case_id = '" + caseId + "' and attempts > 0"))
                .isZero();
        return ref;
    }

    @Test
    void somebody_we_never_knew_is_acknowledged_with_nothing() {
        var stranger = UUID.randomUUID();
        open(stranger, Scope.MEMBERSHIP);
        await().until(() -> acknowledged("FROZEN").size() == 2);
        order(stranger, 1, Scope.MEMBERSHIP, erase("profile"));
        await().until(() -> acknowledged("DONE").size() == 2);

        assertThat(by(SELF, "DONE").path("results")).isEmpty();
        assertThat(Neighbours.state()).doesNotContainKey("deposit/" + caseId);
    }

    private void open(UUID ref, Scope scope) {
        Bus.say(
                desk.tenant(),
                "/retention-service",
                new ErasureOpened(
                        caseId,
                        ref,
                        scope,
                        scope == Scope.PURPOSE ? "advertising" : null,
                        List.of(SELF, PROVIDER),
                        OPENED,
                        Instant.now().plusSeconds(3600)));
    }

    private void order(UUID ref, int round, Scope scope, Order... orders) {
        Bus.say(
                desk.tenant(),
                "/retention-service",
                new ErasureOrdered(caseId, ref, round, scope, List.of(orders), Instant.now()));
    }

    private static Order erase(String category) {
        return new Order(category, List.of(), Disposition.ERASE, null, null, null);
    }

    private List<JsonNode> told() {
        return Bus.told(desk.tenant(), "erasure.acknowledged");
    }

    private List<JsonNode> acknowledged(String phase) {
        return told().stream()
                .map(fact -> fact.path("acknowledgement"))
                .filter(answer -> answer.path("phase").asText().equals(phase))
                .toList();
    }

    private JsonNode by(String participant, String phase) {
        return acknowledged(phase).stream()
                .filter(answer -> answer.path("participant").asText().equals(participant))
                .findFirst()
                .orElseThrow();
    }

    private void isSigned(JsonNode fact) {
        var name = fact.path("acknowledgement").path("participant").asText();
        assertThat(AcknowledgementSignature.verifies(fact.toString(), keys.verifier(name)))
                .as(name)
                .isTrue();
    }
}
