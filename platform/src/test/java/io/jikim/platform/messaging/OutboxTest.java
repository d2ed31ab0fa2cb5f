package io.jikim.platform.messaging;

import static io.jikim.platform.messaging.Facts.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jikim.platform.access.Tenant;
import io.jikim.testkit.stack.Stack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = Stack.class,
        initArgs = @ResourceArg(name = "service", value = "consent-service"))
class OutboxTest {

    @Inject Desk desk;
    @Inject Outbox outbox;

    private final UUID subject = UUID.randomUUID();

    @Test
    void tells_what_is_committed_with_all_that_cloud_events_ask_for() {
        UUID id = desk.tell(given(subject, "newsletter"));

        var received = Wire.read("jikim.consent", subject.toString(), 1).getFirst();
        assertThat(Wire.header(received, "ce_specversion")).isEqualTo("1.0");
        assertThat(Wire.header(received, "ce_id")).isEqualTo(id.toString());
        assertThat(Wire.header(received, "ce_type")).isEqualTo("io.jikim.consent.given.v1");
        assertThat(Wire.header(received, "ce_source")).isEqualTo("/consent-service");
        assertThat(Wire.header(received, "ce_subject")).isEqualTo(subject.toString());
        assertThat(Wire.header(received, "ce_tenant")).isEqualTo("ompass");
        assertThat(Wire.header(received, "ce_epoch"))
                .isEqualTo(desk.look("select epoch from speaking_epoch").getFirst());
        assertThat(Wire.header(received, "ce_sequence")).isEqualTo("1");
        assertThat(Wire.header(received, "ce_correlationid")).isEqualTo(id.toString());
        assertThat(Wire.header(received, "ce_causationid")).isEmpty();
        assertThat(Wire.header(received, "ce_traceparent"))
                .matches("00-[0-9a-f]{32}-[0-9a-f]{16}-00");
        assertThat(Wire.header(received, "content-type")).isEqualTo("application/json");
        assertThat(new String(received.value(), java.nio.charset.StandardCharsets.UTF_8))
                .contains("\"purpose\":\"newsletter\"", "\"at\":\"2026-11-24T12:00:00.123456Z\"");
    }

    @Test
    void leaves_nothing_of_a_transaction_that_is_rolled_back() {
        assertThatThrownBy(() ->
                        desk.inTransaction(
                                Desk.TENANT,
                                () -> {
                                    outbox.append(given(subject, "never"));
                                    throw new IllegalStateException("rolled back");
                                }))
                .hasMessage("rolled back");
        desk.tell(given(subject, "after"));

        assertThat(Wire.sequences(Wire.read("jikim.consent", subject.toString(), 1)))
                .containsExactly(1L);
        assertThat(desk.look("select purpose from effect where subject = ?", subject.toString()))
                .doesNotContain("never");
    }

    @Test
    void takes_no_fact_without_a_transaction() {
        assertThatThrownBy(() -> outbox.append(given(subject, "newsletter")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("transaction");
    }

    @Test
    void refuses_a_fact_that_is_too_large_and_numbers_on_without_a_gap() {
        assertThatThrownBy(() -> desk.tell(given(subject, "한".repeat(22_000))))
                .isInstanceOf(EventTooLarge.class);
        desk.tell(given(subject, "small"));

        assertThat(Wire.sequences(Wire.read("jikim.consent", subject.toString(), 1)))
                .containsExactly(1L);
    }

    @Test
    void counts_each_tenant_apart() {
        desk.tell(new Tenant("one"), given(subject, "newsletter"));
        desk.tell(new Tenant("two"), given(subject, "newsletter"));

        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(desk.published(subject)).containsExactly("1", "1"));
    }

    @Test
    void strikes_out_what_the_broker_has() {
        desk.tell(given(subject, "newsletter"));

        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(desk.published(subject)).containsExactly("1"));
        assertThat(desk.waiting(subject)).isEmpty();
    }
}
