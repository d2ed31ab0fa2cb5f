package io.jikim.consent.consents.adapter.out.retention;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jikim.consent.consents.application.port.Deposits;
import io.jikim.consent.consents.domain.ArchiveRecord;
import io.jikim.consent.consents.domain.ErasureOrder;
import io.jikim.consent.consents.domain.ErasureOrder.Fate;
import io.jikim.platform.access.CurrentTenant;
import io.quarkus.oidc.client.OidcClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/// Deposits records at the retention service, as this service's own account.
@ApplicationScoped
class RetentionDeposits implements Deposits {

    private final HttpClient http;
    private final OidcClient tokens;
    private final CurrentTenant tenant;
    private final ObjectMapper json;
    private final URI records;
    private final Duration timeout;

    RetentionDeposits(
            OidcClient tokens,
            CurrentTenant tenant,
            ObjectMapper json,
            @ConfigProperty(name = "jikim.retention.url") URI retention,
            @ConfigProperty(name = "jikim.retention.timeout") Duration timeout) {
        this.http = HttpClient.newBuilder().connectTimeout(timeout).build();
        this.tokens = tokens;
        this.tenant = tenant;
        this.json = json;
        this.records = retention.resolve("/v1/archive/records");
        this.timeout = timeout;
    }

    /// What a case hands to the archive.
    record Deposit(UUID caseId, List<Handed> records) {}

    /// One record as the archive takes it; its `key` makes a repetition harmless.
    record Handed(
            String category,
            String key,
            LocalDate legalEventDate,
            @Nullable String basis,
            Map<String, String> fields) {}

    @Override
    public void deposit(ErasureOrder order, List<ArchiveRecord> found) {
        var basis = order.fate(ErasureOrder.CONTRACT_RECORDS).map(Fate::basis).orElse(null);
        var handed =
                found.stream()
                        .map(record ->
                                new Handed(
                                        ErasureOrder.CONTRACT_RECORDS,
                                        record.key(),
                                        record.legalEvent(),
                                        basis,
                                        record.fields()))
                        .toList();
        send(
                "consent-" + order.caseId() + "-" + order.round(),
                new Deposit(order.caseId(), handed));
    }

    private void send(String idempotencyKey, Deposit deposit) {
        var request =
                HttpRequest.newBuilder(records)
                        .timeout(timeout)
                        .header("Authorization", "Bearer " + token())
                        .header("Jikim-Tenant", tenant.get().code())
                        .header("Idempotency-Key", idempotencyKey)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(written(deposit)))
                        .build();
        try {
            int status = http.send(request, BodyHandlers.discarding()).statusCode();
            if (status / 100 != 2) {
                throw new ArchiveUnavailable("the archive answers " + status);
            }
        } catch (IOException e) {
            throw new ArchiveUnavailable("the archive does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ArchiveUnavailable("interrupted", e);
        }
    }

    private String token() {
        try {
            return tokens.getTokens().await().atMost(timeout).getAccessToken();
        } catch (RuntimeException e) {
            throw new ArchiveUnavailable("no token is to be had", e);
        }
    }

    private String written(Deposit deposit) {
        try {
            return json.writeValueAsString(deposit);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a deposit can be written", e);
        }
    }
}
