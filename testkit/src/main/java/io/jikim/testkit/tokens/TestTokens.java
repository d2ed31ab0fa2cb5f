package io.jikim.testkit.tokens;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// A token in the making: really signed (RS256), valid unless a method says otherwise.
///
/// `given().auth().oauth2(TestTokens.forTenant("ompass").withRoles("STAFF").token())`
public final class TestTokens {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LIFE = Duration.ofMinutes(5);

    /// For whom a token of the portal is.
    public static final List<String> SERVICES =
            List.of(
                    "consent-service",
                    "identity-verification-service",
                    "audit-log-service",
                    "retention-service");

    private final Map<String, Object> head;
    private final Map<String, Object> claims;
    private final KeyPair key;

    private TestTokens(Map<String, Object> head, Map<String, Object> claims, KeyPair key) {
        this.head = head;
        this.claims = claims;
        this.key = key;
    }

    /// Somebody who works for this tenant, with no role yet.
    public static TestTokens forTenant(String tenant) {
        return valid().with("tenant", tenant);
    }

    /// The account of one of our services: role JIKIM_SERVICE and no tenant.
    public static TestTokens forService(String service) {
        return valid().withRoles("JIKIM_SERVICE").with("azp", service).with("client_id", service);
    }

    /// A token without a tenant and without a role.
    public static TestTokens valid() {
        var now = Instant.now();
        var claims = new LinkedHashMap<String, Object>();
        claims.put("iss", OidcProvider.shared().issuer());
        claims.put("aud", SERVICES);
        claims.put("sub", UUID.randomUUID().toString());
        claims.put("typ", "Bearer");
        claims.put("azp", "portal");
        claims.put("jti", UUID.randomUUID().toString());
        claims.put("iat", now.getEpochSecond());
        claims.put("exp", now.plus(LIFE).getEpochSecond());
        claims.put("realm_access", Map.of("roles", List.of()));
        Map<String, Object> head = Map.of("alg", "RS256", "typ", "JWT", "kid", SigningKey.ID);
        return new TestTokens(head, claims, SigningKey.shared());
    }

    public TestTokens withRoles(String... roles) {
        return with("realm_access", Map.of("roles", List.of(roles)));
    }

    public TestTokens withSubject(String subject) {
        return with("sub", subject).with("preferred_username", subject);
    }

    /// The data subject behind the account, for `/me` resources.
    public TestTokens withSubjectRef(UUID subject) {
        return with("subjectRef", subject.toString());
    }

    public TestTokens with(String claim, Object value) {
        return new TestTokens(head, with(claims, claim, value), key);
    }

    /// With another field in the part that says how the token is signed.
    public TestTokens withHead(String field, Object value) {
        return new TestTokens(with(head, field, value), claims, key);
    }

    private static Map<String, Object> with(Map<String, Object> known, String name, Object value) {
        var changed = new LinkedHashMap<>(known);
        changed.put(name, value);
        return changed;
    }

    public TestTokens expired() {
        var past = Instant.now().minus(Duration.ofHours(1));
        return with("iat", past.getEpochSecond()).with("exp", past.plus(LIFE).getEpochSecond());
    }

    public TestTokens notYetValid() {
        return with("nbf", Instant.now().plus(Duration.ofHours(1)).getEpochSecond());
    }

    public TestTokens forAudience(String audience) {
        return with("aud", List.of(audience));
    }

    public TestTokens fromIssuer(String issuer) {
        return with("iss", issuer);
    }

    /// Signed with a key that the provider does not publish.
    public TestTokens signedByAStranger() {
        return new TestTokens(head, claims, SigningKey.fresh());
    }

    /// The token as it stands in `Authorization: Bearer …`.
    public String token() {
        var content = content();
        return content + "." + encoded(signature(content));
    }

    /// With `alg` none and no signature, which the first readers of such tokens believed.
    public String unsigned() {
        return withHead("alg", "none").content() + ".";
    }

    /// Signed with the provider's public key as if it were a secret (HS256), which everybody knows.
    public String signedWithThePublicKey() {
        var content = withHead("alg", "HS256").content();
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getPublic().getEncoded(), "HmacSHA256"));
            return content
                    + "."
                    + encoded(mac.doFinal(content.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private String content() {
        return encoded(json(head)) + "." + encoded(json(claims));
    }

    private byte[] signature(String content) {
        try {
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key.getPrivate());
            signature.update(content.getBytes(StandardCharsets.US_ASCII));
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] json(Map<String, ?> value) {
        try {
            return JSON.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
