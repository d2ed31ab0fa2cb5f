package io.jikim.platform.access;

import io.jikim.platform.problem.Refusal;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/// Who has sent the request at hand.
@RequestScoped
public class Caller {

    // UUID.fromString takes more, such as fields that are too short.
    private static final Pattern UUID_TEXT =
            Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final SecurityIdentity identity;
    private final RoutingContext request;
    private final ClientAddress address;

    Caller(SecurityIdentity identity, RoutingContext request, ClientAddress address) {
        this.identity = identity;
        this.request = request;
        this.address = address;
    }

    /// A person is known by the token's subject, a service by its client id.
    public Actor actor() {
        Role role = Role.first(identity.getRoles());
        return new Actor(id(role), role.name());
    }

    /// The client that the token was given to: which system it is that speaks, whatever it says of
    /// itself.
    ///
    /// @throws Refusal 403 `client-required` where the token names none
    public String client() {
        if (identity.getPrincipal() instanceof JsonWebToken token
                && token.getClaim("azp") instanceof String client
                && !client.isBlank()) {
            return client;
        }
        throw new Refusal(403, "client-required", "The token names no client (azp)");
    }

    /// An operation that asks for it says so by `@Parameter(ref = "Jikim-Reason")`.
    ///
    /// @throws Refusal 400 `reason-required` without a reason code in the header `Jikim-Reason`
    public Access access(String action) {
        String reason = request.request().getHeader("Jikim-Reason");
        if (reason == null || !Access.isReason(reason)) {
            throw new Refusal(
                    400,
                    "reason-required",
                    "Say why personal data is needed: header Jikim-Reason, [A-Z_]{3,40}");
        }
        return new Access(actor(), action, reason, from(), note());
    }

    /// A look of the person herself at what is kept about her, for which she need not give a
    /// reason.
    public Access ownAccess(String action) {
        return new Access(actor(), action, "OWN_DATA", from());
    }

    /// The data subject whose account this is.
    ///
    /// @throws Refusal 404 `no-person` where the token names none
    public UUID person() {
        if (identity.getPrincipal() instanceof JsonWebToken token
                && token.getClaim("subjectRef") instanceof String ref
                && UUID_TEXT.matcher(ref).matches()) {
            return UUID.fromString(ref);
        }
        throw new Refusal(404, "no-person", "This account is no data subject's");
    }

    /// The client's network address, as far as the proxies on the way can be believed.
    public String from() {
        return address.of(
                request.request().remoteAddress().hostAddress(),
                request.request().headers().getAll("X-Forwarded-For"));
    }

    private @Nullable String note() {
        String note = request.request().getHeader("Jikim-Note");
        return note == null || note.isBlank() ? null : note.strip();
    }

    private String id(Role role) {
        if (identity.getPrincipal() instanceof JsonWebToken token) {
            String client = token.getClaim("azp");
            return role.isMachine() && client != null ? client : token.getSubject();
        }
        return identity.getPrincipal().getName();
    }
}
