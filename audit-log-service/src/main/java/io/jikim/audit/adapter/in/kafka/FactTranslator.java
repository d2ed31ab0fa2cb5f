package io.jikim.audit.adapter.in.kafka;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.jikim.audit.domain.Fact;
import io.jikim.audit.domain.Told;
import io.jikim.contracts.AccessRecorded;
import io.jikim.contracts.ErasureAcknowledged;
import io.jikim.contracts.ErasureCertified;
import io.jikim.contracts.Event;
import io.jikim.platform.access.Tenant;
import io.jikim.platform.access.TenantScope;
import io.jikim.platform.crypto.BusSeal;
import io.jikim.platform.messaging.Received;
import io.jikim.platform.problem.UnusableText;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Makes a fact of the log from an event of the bus.
@ApplicationScoped
class FactTranslator {
    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};
    private static final String CONTEXT = "access.recorded";

    /// What came of it; `why` quotes no data.
    sealed interface Translation {
        record Done(Fact fact) implements Translation {}

        record Impossible(String why) implements Translation {}
    }

    private final BusSeal seal;

    FactTranslator(BusSeal seal) {
        this.seal = seal;
    }

    Translation translate(Received received) {
        return switch (translated(received)) {
            case Translation.Done(var fact) when !isUsable(fact) ->
                    new Translation.Impossible("a character that cannot be kept");
            case Translation.Done(var fact) when takesNameOfPosted(fact) ->
                    new Translation.Impossible("source is one of systems that post");
            case Translation translation -> translation;
        };
    }

    /// What would be kept as something else, or could not be read again, gets no place.
    private static boolean isUsable(Fact fact) {
        return Stream.concat(fact.fields().values().stream(), fact.hidden().values().stream())
                .noneMatch(UnusableText::is);
    }

    /// Nobody has verified who claims, and a claim is known by whom it names.
    private static boolean takesNameOfPosted(Fact fact) {
        return fact instanceof Fact.Claim && fact.told().source().startsWith(Told.POSTER);
    }

    private Translation translated(Received received) {
        return switch (received.event()) {
            case AccessRecorded access -> access(received, access);
            case ErasureAcknowledged _ ->
                    new Translation.Done(
                            new Fact.Claim(
                                    told(received, received.envelope().time()), received.data()));
            case Event event ->
                    new Translation.Done(
                            new Fact.Lifecycle(
                                    told(received, received.envelope().time()),
                                    received.data(),
                                    stated(event)));
        };
    }

    private Translation access(Received received, AccessRecorded access) {
        try {
            var actor = access.actor();
            var deed =
                    new Fact.Deed(
                            actor.id(),
                            actor.role(),
                            access.action(),
                            access.resource(),
                            access.reason());
            return new Translation.Done(
                    new Fact.Access(
                            told(received, access.at()),
                            deed,
                            access.subjects(),
                            origin(received.envelope().stream().tenant(), access),
                            bulk(access.bulk())));
        } catch (RuntimeException e) {
            // whatever is wrong with one record must not stop those behind it
            return new Translation.Impossible(
                    "sealedContext or bulk: " + e.getClass().getSimpleName());
        }
    }

    private static Fact.@Nullable Bulk bulk(AccessRecorded.@Nullable Bulk told) {
        return told == null ? null : new Fact.Bulk(told.count(), told.queryDigest());
    }

    private Fact.Origin origin(String code, AccessRecorded access) {
        var sealed = access.sealedContext();
        return TenantScope.call(
                new Tenant(code),
                () -> {
                    var plain = seal.open(CONTEXT, Base64.getDecoder().decode(sealed));
                    return new Fact.Origin(sealed, fields(plain));
                });
    }

    /// As UTF-8, as it is read ever after; of bytes the reader would guess the encoding.
    private static Map<String, String> fields(byte[] plain) {
        try {
            var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(plain));
            return JSON.readValue(text.toString(), TEXTS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> stated(Event event) {
        return event instanceof ErasureCertified certified
                ? Map.of("certificateDigest", certified.certificateDigest())
                : Map.of();
    }

    private static Told told(Received received, Instant time) {
        var envelope = received.envelope();
        var stream = envelope.stream();
        var position = envelope.position();
        return new Told(
                envelope.id(),
                stream.tenant(),
                envelope.type(),
                stream.subject(),
                time,
                stream.source(),
                position.epoch() + "/" + position.sequence());
    }
}
