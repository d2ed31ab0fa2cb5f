package io.jikim.contracts;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Every fact there is: its CloudEvents type, its record and the topic it is told on.
public final class EventTypes {

    /// A fact's name on the wire. `dataschema` is the name of its JSON Schema file.
    public record EventType(String type, Class<? extends Event> event, String topic) {

        public String dataschema() {
            return "/schemas/" + type + ".json";
        }
    }

    public static final String POLICY = "jikim.policy";
    public static final String CONSENT = "jikim.consent";
    public static final String IDENTITY = "jikim.identity";
    public static final String RETENTION = "jikim.retention";
    public static final String ACKNOWLEDGEMENTS = "jikim.erasure-acknowledgements";
    public static final String ACCESS_RECORDS = "jikim.access-records";
    public static final String AUDIT_RECEIPTS = "jikim.audit-receipts";

    public static final List<EventType> ALL =
            List.of(
                    type("policy.published", PolicyPublished.class, POLICY),
                    type("consent.given", ConsentGiven.class, CONSENT),
                    type("consent.refused", ConsentRefused.class, CONSENT),
                    type("consent.withdrawn", ConsentWithdrawn.class, CONSENT),
                    type("membership.terminated", MembershipTerminated.class, CONSENT),
                    type("rights.requested", RightsRequested.class, CONSENT),
                    type("rights.completed", RightsCompleted.class, CONSENT),
                    type("processing.restricted", ProcessingRestricted.class, CONSENT),
                    type("processing.resumed", ProcessingResumed.class, CONSENT),
                    type("person.registered", PersonRegistered.class, IDENTITY),
                    type("person.corrected", PersonCorrected.class, IDENTITY),
                    type("verification.started", VerificationStarted.class, IDENTITY),
                    type("verification.verified", VerificationVerified.class, IDENTITY),
                    type("verification.locked", VerificationLocked.class, IDENTITY),
                    type("verification.expired", VerificationExpired.class, IDENTITY),
                    type("erasure.opened", ErasureOpened.class, RETENTION),
                    type("erasure.ordered", ErasureOrdered.class, RETENTION),
                    type("erasure.certified", ErasureCertified.class, RETENTION),
                    type("erasure.overdue", ErasureOverdue.class, RETENTION),
                    type("hold.placed", HoldPlaced.class, RETENTION),
                    type("hold.released", HoldReleased.class, RETENTION),
                    type("record.archived", RecordArchived.class, RETENTION),
                    type("record.destroyed", RecordDestroyed.class, RETENTION),
                    type("erasure.acknowledged", ErasureAcknowledged.class, ACKNOWLEDGEMENTS),
                    type("access.recorded", AccessRecorded.class, ACCESS_RECORDS),
                    type("access.sequenced", AccessSequenced.class, AUDIT_RECEIPTS),
                    new EventType(
                            "io.jikim.access.sequenced.v2",
                            AccessesSequenced.class,
                            AUDIT_RECEIPTS));

    private static final Map<String, EventType> BY_NAME =
            ALL.stream()
                    .collect(Collectors.toUnmodifiableMap(EventType::type, Function.identity()));

    private static final Map<Class<?>, EventType> BY_RECORD =
            ALL.stream()
                    .collect(Collectors.toUnmodifiableMap(EventType::event, Function.identity()));

    private EventTypes() {}

    /// The fact with this CloudEvents type, empty where this version does not know it.
    public static Optional<EventType> named(String type) {
        return Optional.ofNullable(BY_NAME.get(type));
    }

    /// The fact that this record states. @throws IllegalArgumentException if it is not registered
    /// here
    public static EventType of(Event event) {
        var type = BY_RECORD.get(event.getClass());
        if (type == null) {
            throw new IllegalArgumentException(
                    event.getClass().getSimpleName() + " is no known fact");
        }
        return type;
    }

    private static EventType type(String fact, Class<? extends Event> event, String topic) {
        return new EventType("io.jikim." + fact + ".v1", event, topic);
    }
}
