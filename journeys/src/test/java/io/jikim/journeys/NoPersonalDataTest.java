package io.jikim.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Plants a marker person and looks for her where no person may be found.
class NoPersonalDataTest {

    private static final List<String> SERVICES =
            List.of(
                    "JIKIM_CONSENT_URL",
                    "JIKIM_IDENTITY_URL",
                    "JIKIM_AUDIT_URL",
                    "JIKIM_RETENTION_URL");

    @TempDir Path output;

    @Test
    void no_marker_is_found_in_kafka_segments_logs_or_metrics() throws Exception {
        var stack = RunningStack.shared();
        try (var scene = new Scene(stack.stage, output)) {
            scene.open(60);
            var her = scene.registerHer();
            scene.consents(her);
            scene.verifyAddress(her);
            her.profile("CUSTOMER_SUPPORT").expect(200, "her profile");
            scene.terminate(her);
            Case.of(scene.cast, her.ref, "MEMBERSHIP")
                    .certificate("a certificate", Scene.SOON, _ -> true);

            assertThat(where(stack.files("kafka"), scene.markers())).isEmpty();
            assertThat(where(stack.files("logs"), scene.markers())).isEmpty();
            for (var service : SERVICES) {
                var metrics = new Api(stack.stage.uri(service), () -> "").get("/q/metrics").text();
                assertThat(metrics)
                        .contains("jvm_")
                        .doesNotContain(scene.markers().toArray(String[]::new));
            }
        }
    }

    @Test
    void the_scanner_finds_a_marker_where_one_stands() throws Exception {
        var file = Files.writeString(output.resolve("segment"), "xx 한서연 yy");

        assertThat(where(List.of(file), List.of("서연"))).containsExactly("segment: 서연");
    }

    private static TreeSet<String> where(List<Path> files, List<String> markers)
            throws IOException {
        var found = new TreeSet<String>();
        for (var file : files) {
            // every byte is one character, so that binary segments can be searched as text
            var text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
            for (var marker : markers) {
                var bytes = marker.getBytes(StandardCharsets.UTF_8);
                if (text.contains(new String(bytes, StandardCharsets.ISO_8859_1))) {
                    found.add(file.getFileName() + ": " + marker);
                }
            }
        }
        return found;
    }
}
