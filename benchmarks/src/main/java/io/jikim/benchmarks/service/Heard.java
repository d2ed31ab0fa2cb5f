package io.jikim.benchmarks.service;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.jboss.logging.Logger;

/// What the listener says it has heard, asked again and again.
final class Heard implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Heard.class);
    private static final Duration LOOK = Duration.ofMillis(25);

    private final HttpClient http = HttpClient.newHttpClient();
    private final HttpRequest question;
    private final Thread asking;
    private volatile int count;

    Heard(URI counter) {
        question = HttpRequest.newBuilder(counter).build();
        asking = Thread.ofPlatform().daemon().name("heard").start(this::ask);
    }

    int count() {
        return count;
    }

    private void ask() {
        try {
            while (true) {
                count = Integer.parseInt(http.send(question, BodyHandlers.ofString()).body());
                Thread.sleep(LOOK);
            }
        } catch (IOException e) {
            // also how the last question ends when this is closed
            LOG.debugf("The listener is asked no more: %s", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        asking.interrupt();
        http.shutdownNow();
    }
}
