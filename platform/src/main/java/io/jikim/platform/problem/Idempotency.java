package io.jikim.platform.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.jikim.platform.access.Actor;
import io.jikim.platform.access.Caller;
import io.jikim.platform.access.CurrentTenant;
import io.jikim.platform.crypto.BlindIndex;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Writes that may be sent twice and happen once (header `Idempotency-Key`).
///
/// Kept for 24 hours: a keyed hash of who asked for what, and the id of what was made. The answer
/// is made anew from the id, because a stored answer would be a forgotten copy of personal data.
@ApplicationScoped
public class Idempotency {

    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,200}");

    /// Takes whatever a body may hold, fractions too: what is wrong with it is told by its reader.
    private static final JsonMapper SORTED =
            JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();

    private final EntityManager database;
    private final CurrentTenant tenant;
    private final Caller caller;
    private final BlindIndex hash;
    private final ObjectMapper json;

    Idempotency(
            EntityManager database,
            CurrentTenant tenant,
            Caller caller,
            BlindIndex hash,
            ObjectMapper json) {
        this.database = database;
        this.tenant = tenant;
        this.caller = caller;
        this.hash = hash;
        this.json = json;
    }

    /// Runs `effect` in a transaction with its key, or answers with the id it made before.
    ///
    /// A second request waits for the first with the same key; if that fails, it runs itself.
    ///
    /// @throws Refusal 400 `idempotency-key-required` or `idempotency-key-invalid`, 422
    ///   `idempotency-key-reused` if caller, operation or body are not those of the first request
    public UUID once(
            @Nullable String key, String operation, @Nullable Object body, Supplier<UUID> effect) {
        return once(caller.actor(), key, operation, body, effect);
    }

    /// The same in a `TenantScope`, which does not know who has sent the request.
    public UUID once(
            Actor by,
            @Nullable String key,
            String operation,
            @Nullable Object body,
            Supplier<UUID> effect) {
        String given = checked(key);
        String digest = digest(by, operation, body);
        return QuarkusTransaction.joiningExisting()
                .call(() ->
                        claim(given, operation, digest)
                                ? first(given, effect)
                                : again(given, digest));
    }

    /// The unique index makes a second claim wait until the first is committed or rolled back.
    private boolean claim(String key, String operation, String digest) {
        return database.createNativeQuery(
                                "insert into idempotency (tenant, key, operation, body)"
                                        + " values (:tenant, :key, :operation, :body)"
                                        + " on conflict do nothing")
                        .setParameter("tenant", tenant.get().code())
                        .setParameter("key", key)
                        .setParameter("operation", operation)
                        .setParameter("body", digest)
                        .executeUpdate()
                == 1;
    }

    private UUID first(String key, Supplier<UUID> effect) {
        UUID result = effect.get();
        database.createNativeQuery(
                        "update idempotency set result = :result"
                                + " where tenant = :tenant and key = :key")
                .setParameter("result", result)
                .setParameter("tenant", tenant.get().code())
                .setParameter("key", key)
                .executeUpdate();
        return result;
    }

    private UUID again(String key, String digest) {
        Object[] row =
                (Object[])
                        database.createNativeQuery(
                                        "select body, cast(result as text) from idempotency"
                                                + " where tenant = :tenant and key = :key")
                                .setParameter("tenant", tenant.get().code())
                                .setParameter("key", key)
                                .getSingleResult();
        if (!digest.equals(row[0])) {
            throw new Refusal(
                    422, "idempotency-key-reused", "This key came with another request before");
        }
        return UUID.fromString((String) row[1]);
    }

    /// What one person has done is not done yet when another asks for the same.
    private String digest(Actor by, String operation, @Nullable Object body) {
        Object plain =
                switch (body) {
                    case null -> "";
                    // a text that JSON could not hold is refused by whoever reads it, not here
                    case String text -> text;
                    default -> json.convertValue(body, Object.class);
                };
        try {
            String all = SORTED.writeValueAsString(List.of(by.id(), operation, plain));
            return hash.of("idempotency", all);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What came as JSON has a JSON form", e);
        }
    }

    private static String checked(@Nullable String key) {
        if (key == null || key.isBlank()) {
            throw new Refusal(400, "idempotency-key-required", "Send the header Idempotency-Key");
        }
        if (!KEY.matcher(key).matches()) {
            throw new Refusal(400, "idempotency-key-invalid", "1 to 200 visible ASCII characters");
        }
        return key;
    }
}
