package io.jikim.localstack;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/// Waits until something that was started answers.
final class Waiting {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    private Waiting() {}

    /// @throws StackFailure if the process ends first or the time is over
    static void until(BooleanSupplier ready, ChildProcess process, String name, Duration atMost)
            throws InterruptedException {
        var end = System.nanoTime() + atMost.toNanos();
        while (!ready.getAsBoolean()) {
            if (!process.alive()) {
                throw new StackFailure(
                        "%s ended while it started:%n%s".formatted(name, process.lastWords()));
            }
            if (System.nanoTime() > end) {
                throw new StackFailure(
                        "%s does not answer after %d s:%n%s"
                                .formatted(name, atMost.toSeconds(), process.lastWords()));
            }
            Thread.sleep(50);
        }
    }

    /// Does a GET of this address answer 200?
    static boolean answers(URI address) {
        try {
            var request = HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(5)).build();
            return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException _) {
            return false;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
