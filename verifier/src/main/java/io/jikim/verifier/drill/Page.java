package io.jikim.verifier.drill;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The script of `verify.html`, run by Node.
final class Page implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int OLDEST = 20;

    private final Process node;
    private final BufferedWriter to;
    private final BufferedReader from;

    private Page(Process node) {
        this.node = node;
        this.to = node.outputWriter(StandardCharsets.UTF_8);
        this.from = node.inputReader(StandardCharsets.UTF_8);
    }

    /// @throws Missing if there is no Node that is new enough
    static Page open(String command, Path html) throws IOException, Missing {
        refuseOld(command);
        try (var script = Objects.requireNonNull(Page.class.getResourceAsStream("page.js"))) {
            var text = new String(script.readAllBytes(), StandardCharsets.UTF_8);
            return new Page(start(command, "--no-warnings", "-e", text, html.toString()));
        }
    }

    Verdict verdict(Spoilt spoilt) throws IOException {
        var line =
                Stream.of(spoilt.bundle(), spoilt.key(), spoilt.logKey())
                        .map(Base64.getEncoder()::encodeToString)
                        .collect(Collectors.joining(" "));
        to.write(line + "\n");
        to.flush();
        var answer = from.readLine();
        if (answer == null) {
            throw new IOException("the page's script has ended");
        }
        var said = JSON.readTree(answer);
        var claims = new ArrayList<String>();
        said.path("claims").forEach(claim -> claims.add(claim.asText()));
        return new Verdict(said.path("exit").asInt(-1), claims);
    }

    @Override
    public void close() throws IOException {
        to.close();
        node.destroy();
    }

    /// Node is not there, or too old; the message says what to do.
    static final class Missing extends Exception {
        private static final long serialVersionUID = 1L;

        Missing(String message) {
            super(message);
        }
    }

    private static void refuseOld(String command) throws Missing {
        try {
            var asked = start(command, "--version");
            String version = asked.inputReader().readLine();
            boolean ended = asked.waitFor(10, TimeUnit.SECONDS);
            if (!ended
                    || version == null
                    || !version.matches("v[0-9]{1,4}\\..*")
                    || major(version) < OLDEST) {
                throw new Missing("Node is too old, or is none: " + command + "; " + advice());
            }
        } catch (IOException e) {
            throw new Missing("Node is missing (" + command + "); " + advice());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Missing("interrupted");
        }
    }

    private static int major(String version) {
        return Integer.parseInt(version.substring(1, version.indexOf('.')));
    }

    private static String advice() {
        return "the page's script wants Node "
                + OLDEST
                + " or newer to run without a browser (--node PROGRAM)";
    }

    private static Process start(String... command) throws IOException {
        return new ProcessBuilder(List.of(command))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
