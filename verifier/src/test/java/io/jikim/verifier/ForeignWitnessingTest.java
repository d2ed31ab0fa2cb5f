package io.jikim.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What Tessera asked of our witness while a log of its own grew from 0 to 700 entries, asked
/// again. `./jikim drill foreign` has it asked by Tessera itself.
class ForeignWitnessingTest {
    private static final PrintStream NOWHERE =
            new PrintStream(PrintStream.nullOutputStream(), true, StandardCharsets.UTF_8);
    private static final Instant NOON = Instant.ofEpochSecond(1_800_000_000);

    @TempDir Path directory;
    private final HttpClient client = HttpClient.newHttpClient();
    private final List<String> exchanges = lines("exchange");

    @Test
    void a_log_of_tesseras_is_cosigned_while_it_grows() throws Exception {
        try (var witness = witness()) {
            var address = "http://" + witness.listen("127.0.0.1", 0);
            for (var exchange : exchanges) {
                var answer = ask(address, request(exchange));

                assertThat(answer.statusCode()).isEqualTo(200);
                assertThat(key().hasCosigned(cosigned(exchange, answer.body()))).isTrue();
            }
        }
    }

    @Test
    void whatever_comes_out_of_its_turn_is_answered_with_the_size_that_is_known() throws Exception {
        try (var witness = witness()) {
            var address = "http://" + witness.listen("127.0.0.1", 0);
            var last = request(exchanges.getLast());
            assertThat(ask(address, last).body()).isEqualTo("0\n");
            ask(address, request(exchanges.getFirst()));
            ask(address, request(exchanges.get(1)));

            var answer = ask(address, last);

            assertThat(answer.statusCode()).isEqualTo(409);
            assertThat(answer.body()).isEqualTo("1\n");
        }
    }

    @Test
    void what_tessera_accepted_is_a_cosignature_to_us_too() throws Malformed {
        var theirs = WitnessKey.parse(lines("witness").getFirst()).orElseThrow();
        for (var exchange : exchanges) {
            var answer = exchange.split(" \\| ")[1].replace("\\n", "\n");

            assertThat(theirs.hasCosigned(cosigned(exchange, answer))).isTrue();
        }
    }

    private WitnessServer witness() throws IOException, Malformed {
        var log = VerifierKey.parse(lines("key").getFirst()).orElseThrow();
        var logs = List.of(new WitnessedLog(log, cosigner(), directory));
        return new WitnessServer(logs, () -> NOON, NOWHERE, () -> {});
    }

    private WitnessKey key() throws Malformed {
        return cosigner().key();
    }

    private Cosigner cosigner() throws Malformed {
        return Cosigner.in(directory, "witness.test/w1");
    }

    private static String request(String exchange) {
        return exchange.split(" \\| ")[0].replace("\\n", "\n");
    }

    /// The checkpoint behind the proof, with a cosignature under it.
    private static SignedNote cosigned(String exchange, String line) {
        var request = request(exchange);
        var note = request.substring(request.indexOf("\n\n") + 2);
        return SignedNote.parse(note + line).orElseThrow();
    }

    private HttpResponse<String> ask(String address, String body)
            throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(URI.create(address + "/add-checkpoint"))
                        .POST(BodyPublishers.ofString(body))
                        .build();
        return client.send(request, BodyHandlers.ofString());
    }

    private static List<String> lines(String kind) {
        try {
            return Files.readAllLines(Path.of("src/test/resources/foreign-witnessing.txt")).stream()
                    .filter(line -> line.startsWith(kind + " | "))
                    .map(line -> line.substring(kind.length() + 3))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
