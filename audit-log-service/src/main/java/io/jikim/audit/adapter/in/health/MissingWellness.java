package io.jikim.audit.adapter.in.health;

import io.jikim.audit.application.FindMissing;
import io.jikim.audit.domain.Gap;
import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.TreeMap;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/// Unwell while a record of an access should have come and has not; names the first streams.
@Wellness
@ApplicationScoped
class MissingWellness implements HealthCheck {
    private static final int SHOWN = 10;

    private final FindMissing findMissing;

    MissingWellness(FindMissing findMissing) {
        this.findMissing = findMissing;
    }

    @Override
    public HealthCheckResponse call() {
        var missing = findMissing.missing();
        var response =
                HealthCheckResponse.named("records-missing")
                        .status(missing.isEmpty())
                        .withData("records", missing.stream().mapToLong(Gap::size).sum());
        var streams = new TreeMap<String, String>();
        missing.forEach(gap ->
                streams.merge(
                        gap.source() + " " + gap.tenant() + " " + gap.subject(),
                        gap.numbers(),
                        (before, more) -> before + ", " + more));
        streams.entrySet().stream()
                .limit(SHOWN)
                .forEach(stream -> response.withData(stream.getKey(), stream.getValue()));
        return response.build();
    }
}
