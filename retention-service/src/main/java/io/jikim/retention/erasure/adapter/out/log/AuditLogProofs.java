package io.jikim.retention.erasure.adapter.out.log;

import io.jikim.platform.access.CurrentTenant;
import io.jikim.retention.erasure.application.port.LogProofs;
import io.quarkus.oidc.client.OidcClient;
import io.quarkus.oidc.client.runtime.TokensHelper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/// Asks the audit log with this service's own account; a log that is away is a proof that is not
/// there yet.
@ApplicationScoped
class AuditLogProofs implements LogProofs {
    private static final Logger LOG = Logger.getLogger(AuditLogProofs.class);
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final TokensHelper tokens = new TokensHelper();
    private final OidcClient account;
    private final CurrentTenant tenant;
    private final URI log;

    AuditLogProofs(
            OidcClient account,
            CurrentTenant tenant,
            @ConfigProperty(name = "JIKIM_AUDIT_URL") URI log) {
        this.account = account;
        this.tenant = tenant;
        this.log = log;
    }

    @Override
    public Optional<String> find(UUID event) {
        try {
            var answer = http.send(request(event), HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() == 200 ? Optional.of(answer.body()) : Optional.empty();
        } catch (IOException | RuntimeException e) {
            LOG.warnf("The audit log gives no proof event=%s: %s", event, e.getClass().getName());
            return Optional.empty();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private HttpRequest request(UUID event) {
        var token = tokens.getTokens(account).await().atMost(PATIENCE).getAccessToken();
        return HttpRequest.newBuilder(log.resolve("/v1/log/proofs/" + event))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token)
                .header("Jikim-Tenant", tenant.get().code())
                .header("Accept", "application/json")
                .build();
    }
}
