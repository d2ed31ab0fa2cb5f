package io.jikim.platform.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class CloudEventsTest {

    private static final String PARENT = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    private final UUID id = UUID.randomUUID();
    private final Envelope envelope =
            new Envelope(
                    id,
                    "io.jikim.consent.given.v1",
                    "/schemas/io.jikim.consent.given.v1.json",
                    Facts.NOON,
                    new Stream("ompass", "subject", "jikim.consent", "/consent-service"),
                    new Position(2, 17),
                    new Trail(UUID.randomUUID().toString(), id, Traceparent.of(PARENT)));
    private final Envelope acknowledged =
            new Envelope(
                    id,
                    "io.jikim.erasure.acknowledged.v1",
                    "",
                    Facts.NOON,
                    new Stream(
                            "ompass", "subject", "jikim.erasure-acknowledgements", "/newsletter"),
                    new Position(1, 0),
                    envelope.trail());

    @Test
    void an_envelope_comes_out_as_it_went_in() {
        assertThat(CloudEvents.read(Wire.received(envelope, "{}")))
                .isEqualTo(new CloudEvents.Reading.Legible(envelope));
    }

    @Test
    void what_a_participant_may_leave_out_is_filled_in() {
        var received = Wire.received(envelope, "{}");
        for (String name :
                new String[] {"epoch", "sequence", "correlationid", "causationid", "time"}) {
            received.headers().remove("ce_" + name);
        }

        assertThat(CloudEvents.read(received))
                .isInstanceOfSatisfying(
                        CloudEvents.Reading.Legible.class,
                        it -> {
                            assertThat(it.envelope().position()).isEqualTo(new Position(1, 0));
                            assertThat(it.envelope().trail().correlation())
                                    .isEqualTo(id.toString());
                        });
    }

    @Test
    void without_id_type_source_subject_or_tenant_it_is_illegible() {
        for (String name : new String[] {"id", "type", "source", "subject", "tenant"}) {
            var received = Wire.received(envelope, "{}");
            received.headers().remove("ce_" + name);
            assertThat(CloudEvents.read(received))
                    .as(name)
                    .isInstanceOf(CloudEvents.Reading.Illegible.class);
        }
    }

    @Test
    void nonsense_in_a_header_is_illegible() {
        for (String name : new String[] {"id", "tenant", "time", "epoch", "sequence"}) {
            var received = Wire.received(envelope, "{}");
            received.headers().remove("ce_" + name).add("ce_" + name, "No Such!".getBytes(UTF_8));
            assertThat(CloudEvents.read(received))
                    .as(name)
                    .isInstanceOf(CloudEvents.Reading.Illegible.class);
        }
    }

    @Test
    void a_subject_or_source_of_more_than_255_bytes_is_illegible() {
        for (String name : new String[] {"ce_subject", "ce_source"}) {
            var fits = Wire.received(acknowledged, "{}");
            fits.headers().remove(name).add(name, "한".repeat(85).getBytes(UTF_8));
            var large = Wire.received(acknowledged, "{}");
            large.headers().remove(name).add(name, ("한".repeat(85) + "a").getBytes(UTF_8));

            assertThat(CloudEvents.read(fits))
                    .as(name)
                    .isInstanceOf(CloudEvents.Reading.Legible.class);
            assertThat(CloudEvents.read(large))
                    .as(name)
                    .isInstanceOf(CloudEvents.Reading.Illegible.class);
        }
    }

    @Test
    void what_another_says_on_a_bound_topic_is_illegible() {
        assertThat(readAs("/consent-service", "jikim.retention"))
                .isInstanceOf(CloudEvents.Reading.Illegible.class);
        assertThat(readAs("/newsletter", "jikim.consent"))
                .isInstanceOf(CloudEvents.Reading.Illegible.class);
        assertThat(readAs("/retention-service", "jikim.retention"))
                .isInstanceOf(CloudEvents.Reading.Legible.class);
        assertThat(readAs("/audit-log-service", "jikim.access-records"))
                .isInstanceOf(CloudEvents.Reading.Legible.class);
    }

    @Test
    void anybody_acknowledges_but_not_in_the_name_of_who_hears_it() {
        for (String source : new String[] {"/newsletter", "/identity-verification-service"}) {
            assertThat(readAs(source, "jikim.erasure-acknowledgements"))
                    .as(source)
                    .isInstanceOf(CloudEvents.Reading.Legible.class);
        }
        assertThat(readAs("/retention-service", "jikim.erasure-acknowledgements"))
                .isInstanceOf(CloudEvents.Reading.Illegible.class);
    }

    private CloudEvents.Reading readAs(String source, String topic) {
        return CloudEvents.read(
                Wire.received(
                        new Envelope(
                                id,
                                envelope.type(),
                                envelope.dataschema(),
                                Facts.NOON,
                                new Stream("ompass", "subject", topic, source),
                                envelope.position(),
                                envelope.trail()),
                        "{}"));
    }

    @Test
    void policies_are_keyed_by_tenant_for_compaction() {
        var policy =
                new Envelope(
                        id,
                        "io.jikim.policy.published.v1",
                        "/schemas/io.jikim.policy.published.v1.json",
                        Facts.NOON,
                        new Stream("ompass", "policy", "jikim.policy", "/consent-service"),
                        new Position(1, 1),
                        envelope.trail());

        assertThat(CloudEvents.write(policy, "{}").key()).isEqualTo("ompass");
    }

    @Test
    void a_trace_goes_on_and_an_unreadable_one_begins_anew() {
        assertThat(Traceparent.of(PARENT).child().traceId())
                .isEqualTo("0af7651916cd43dd8448eb211c80319c");
        assertThat(Traceparent.of("00-" + "0".repeat(32) + "-b7ad6b7169203331-01").traceId())
                .isNotEqualTo("0".repeat(32));
    }
}
