package io.jikim.identity.people.adapter.out.retention;

import io.jikim.identity.people.adapter.out.http.ServiceHttp;
import io.jikim.identity.people.application.port.Archive;
import io.jikim.identity.people.application.port.Deposits.NotTaken;
import io.jikim.identity.people.domain.ArchiveRecord;
import io.jikim.identity.people.domain.CaseId;
import io.jikim.platform.access.CurrentTenant;
import io.jikim.platform.time.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Hands records over with `POST /v1/archive/records`, never over Kafka.
@ApplicationScoped
class RetentionArchive implements Archive {

    private final ServiceHttp http;
    private final CurrentTenant tenant;
    private final Ids ids;
    private final URI records;

    RetentionArchive(
            ServiceHttp http,
            CurrentTenant tenant,
            Ids ids,
            @ConfigProperty(name = "JIKIM_RETENTION_URL") String retention) {
        this.http = http;
        this.tenant = tenant;
        this.ids = ids;
        this.records = URI.create(retention + "/v1/archive/records");
    }

    @Override
    public void take(CaseId from, List<ArchiveRecord> handed) {
        int status = send(new Deposit(from.value(), handed.stream().map(Handed::of).toList()));
        if (status / 100 != 2) {
            throw new NotTaken("the archive answers " + status);
        }
    }

    private int send(Deposit deposit) {
        try {
            return http.send(
                            "POST",
                            records,
                            Map.of(
                                    "Jikim-Tenant", tenant.get().code(),
                                    "Idempotency-Key", ids.next().toString()),
                            deposit)
                    .statusCode();
        } catch (IOException e) {
            throw new NotTaken("the archive is away", e);
        }
    }

    record Deposit(UUID caseId, List<Handed> records) {}

    record Handed(
            String category,
            String key,
            LocalDate legalEventDate,
            String basis,
            Map<String, String> fields) {

        static Handed of(ArchiveRecord record) {
            return new Handed(
                    record.item().category(),
                    record.key(),
                    record.legalEvent(),
                    record.basis(),
                    Map.of(record.item().code().value(), record.value().value()));
        }

        @Override
        public String toString() {
            return "Handed[" + key + "]";
        }
    }
}
