package io.jikim.verifier;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.zip.GZIPInputStream;

/// A log behind HTTP. Every answer has to be complete within `patience`; redirects are not
/// followed.
final class HttpSource implements PathSource, AutoCloseable {
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final int GONE = 410;
    private static final int TOO_MANY = 429;
    private static final int UNAVAILABLE = 503;
    private static final int TRIES = 5;
    private static final long LONGEST_WAIT = 60;

    private final String address;
    private final Duration patience;
    private final HttpClient client;

    HttpSource(URI address, Duration patience) {
        this.address = address.toString().replaceAll("/+$", "");
        this.patience = patience;
        this.client =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .connectTimeout(patience)
                        .build();
    }

    @Override
    public Optional<byte[]> read(String path, int limit) throws Malformed {
        for (int i = 1; i < TRIES; i++) {
            var answer = ask(path, limit);
            if (answer.statusCode() != TOO_MANY && answer.statusCode() != UNAVAILABLE) {
                return body(path, answer, limit);
            }
            waitAsTold(answer);
        }
        return body(path, ask(path, limit), limit);
    }

    @Override
    public void close() {
        client.shutdownNow();
    }

    private HttpResponse<byte[]> ask(String path, int limit) throws Malformed {
        var request =
                HttpRequest.newBuilder(URI.create(address + "/" + path))
                        .header("Accept-Encoding", "gzip, identity")
                        .build();
        // the client's own timeout ends with the headers; this one with the last byte
        var answer =
                client.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), limit));
        try {
            return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new Malformed(
                    path + " did not arrive within " + inWords(patience) + "; given up");
        } catch (ExecutionException e) {
            throw new Malformed(path + " cannot be read: " + reason(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Malformed("interrupted");
        }
    }

    private static Optional<byte[]> body(String path, HttpResponse<byte[]> answer, int limit)
            throws Malformed {
        int status = answer.statusCode();
        if (status == NOT_FOUND || status == GONE) {
            return Optional.empty();
        }
        if (status != OK) {
            throw new Malformed(path + " is answered with status " + status);
        }
        return Optional.of(
                switch (answer.headers().firstValue("Content-Encoding").orElse("identity")) {
                    case "identity" -> answer.body();
                    case "gzip" -> inflate(path, answer.body(), limit);
                    default -> throw new Malformed(path + " comes in an unknown encoding");
                });
    }

    private static byte[] inflate(String path, byte[] packed, int limit) throws Malformed {
        try (var in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            var bytes = in.readNBytes(limit + 1);
            if (bytes.length > limit) {
                throw new Malformed(path + " is longer than " + limit + " bytes; given up");
            }
            return bytes;
        } catch (IOException e) {
            throw new Malformed(path + " is not gzip, which it says to be");
        }
    }

    /// A service that limits its readers says for how long; without a number one second will do.
    private static void waitAsTold(HttpResponse<byte[]> answer) throws Malformed {
        var told = answer.headers().firstValue("Retry-After").orElse("1");
        long seconds = told.matches("[0-9]{1,4}") ? Long.parseLong(told) : 1;
        try {
            TimeUnit.SECONDS.sleep(Math.min(seconds, LONGEST_WAIT));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Malformed("interrupted");
        }
    }

    private static String reason(ExecutionException e) {
        var cause = e.getCause();
        var message = cause == null ? null : cause.getMessage();
        return message == null ? "no answer" : message;
    }

    private static String inWords(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1e3);
    }
}
