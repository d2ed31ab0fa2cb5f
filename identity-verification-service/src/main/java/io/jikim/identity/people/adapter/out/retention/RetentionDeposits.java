package io.jikim.identity.people.adapter.out.retention;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.jikim.identity.people.adapter.out.http.ServiceHttp;
import io.jikim.identity.people.application.port.Deposits;
import io.jikim.identity.people.domain.Aliases;
import io.jikim.identity.people.domain.CaseId;
import io.jikim.identity.people.domain.EmailAddress;
import io.jikim.identity.people.domain.ExternalId;
import io.jikim.platform.access.CurrentTenant;
import io.jikim.platform.time.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/// Deposits over `POST /v1/erasures/{id}/identifiers`, never over Kafka.
@ApplicationScoped
class RetentionDeposits implements Deposits {

    private final ServiceHttp http;
    private final CurrentTenant tenant;
    private final Ids ids;
    private final String retention;

    RetentionDeposits(
            ServiceHttp http,
            CurrentTenant tenant,
            Ids ids,
            @ConfigProperty(name = "JIKIM_RETENTION_URL") String retention) {
        this.http = http;
        this.tenant = tenant;
        this.ids = ids;
        this.retention = retention;
    }

    @Override
    public void deposit(CaseId to, Aliases aliases) {
        int status = send(to, aliases);
        // 410: the case is certified and wants no identifiers any more
        if (status / 100 != 2 && status != 410) {
            throw new NotTaken("retention-service answers " + status);
        }
    }

    private int send(CaseId to, Aliases aliases) {
        try {
            return http.send(
                            "POST",
                            URI.create(retention + "/v1/erasures/" + to + "/identifiers"),
                            Map.of(
                                    "Jikim-Tenant", tenant.get().code(),
                                    "Idempotency-Key", ids.next().toString()),
                            Deposit.of(aliases))
                    .statusCode();
        } catch (IOException e) {
            throw new NotTaken("retention-service is away", e);
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Deposit(
            @Nullable String externalId, String kind, @Nullable String email, String locale) {

        static Deposit of(Aliases aliases) {
            return new Deposit(
                    aliases.externalId().map(ExternalId::value).orElse(null),
                    aliases.kind().name(),
                    aliases.email().map(EmailAddress::value).orElse(null),
                    aliases.lang().name().toLowerCase(Locale.ROOT));
        }

        @Override
        public String toString() {
            return "Deposit[…]";
        }
    }
}
