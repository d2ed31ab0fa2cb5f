package io.jikim.audit.adapter.out.witness;

import io.jikim.audit.application.port.Witnesses;
import io.jikim.audit.domain.Checkpoint;
import io.jikim.audit.domain.Hash;
import io.quarkus.runtime.Startup;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Speaks C2SP tlog-witness with those that are configured. What cannot be parsed ends the start.
@Startup
@ApplicationScoped
class HttpWitnesses implements Witnesses {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int LONGEST = 1 << 16;

    private final Map<String, WitnessAddress> witnesses = new LinkedHashMap<>();
    private final String origin;
    private final HttpClient client =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(PATIENCE)
                    .build();

    HttpWitnesses(
            @ConfigProperty(name = "jikim.audit.witnesses") Optional<List<String>> configured,
            @ConfigProperty(name = "jikim.audit.origin") String origin) {
        this.origin = origin;
        for (var text : configured.orElse(List.of())) {
            var witness = WitnessAddress.parse(text);
            witnesses.put(witness.key().name(), witness);
        }
    }

    @PreDestroy
    void close() {
        client.shutdownNow();
    }

    @Override
    public List<String> names() {
        return List.copyOf(witnesses.keySet());
    }

    @Override
    public Answer cosign(String witness, long old, List<Hash> proof, String note) {
        var body = new StringBuilder("old ").append(old).append('\n');
        proof.forEach(
                hash -> body.append(Base64.getEncoder().encodeToString(hash.bytes())).append('\n'));
        body.append('\n').append(note);
        try {
            var request = request(witness, "/add-checkpoint");
            var answer = send(request.POST(BodyPublishers.ofString(body.toString())).build());
            return switch (answer.statusCode()) {
                case 200 -> cosigned(witness, answer.body(), note);
                case 409 -> new Answer.Knows(Long.parseLong(answer.body().strip()));
                case 422 -> new Answer.Refused();
                default -> new Answer.Away("answers with status " + answer.statusCode());
            };
        } catch (IOException e) {
            return new Answer.Away("is away");
        } catch (NumberFormatException e) {
            return new Answer.Away("names no size");
        }
    }

    @Override
    public Optional<String> newest(String witness) {
        try {
            var path = "/" + Checkpoint.placeOf(origin) + "/checkpoint";
            var answer = send(request(witness, path).GET().build());
            return answer.statusCode() == 200 ? Optional.of(answer.body()) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private Answer cosigned(String witness, String answer, String note) {
        var text = note.substring(0, note.indexOf("\n\n") + 1);
        return known(witness)
                .cosignature(answer, text)
                .<Answer>map(Answer.Cosigned::new)
                .orElseGet(() -> new Answer.Away("answers without its cosignature"));
    }

    private HttpRequest.Builder request(String witness, String path) {
        return HttpRequest.newBuilder(URI.create(known(witness).prefix() + path)).timeout(PATIENCE);
    }

    private WitnessAddress known(String witness) {
        var known = witnesses.get(witness);
        if (known == null) {
            throw new IllegalArgumentException("no such witness: " + witness);
        }
        return known;
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException {
        try {
            return client.send(
                    request,
                    BodyHandlers.limiting(BodyHandlers.ofString(StandardCharsets.UTF_8), LONGEST));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
