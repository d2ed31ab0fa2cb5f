package io.jikim.verifier;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.Closeable;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// A witness over HTTP: `POST /add-checkpoint`, `GET /<origin hash>/checkpoint`.
final class WitnessServer implements AutoCloseable {
    private static final int LONGEST = 1 << 17;
    private static final String TEXT = "text/plain; charset=utf-8";

    private final List<WitnessedLog> logs;
    private final InstantSource clock;
    private final PrintStream out;
    private final Closeable held;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /// @param held what nobody else may have while this server works
    WitnessServer(List<WitnessedLog> logs, InstantSource clock, PrintStream out, Closeable held)
            throws IOException {
        this.logs = List.copyOf(logs);
        this.clock = clock;
        this.out = out;
        this.held = held;
        this.server = HttpServer.create();
    }

    /// Returns where, `host:port`.
    String listen(String host, int port) throws IOException {
        server.bind(new InetSocketAddress(host, port), 0);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
        return host + ":" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
        try {
            held.close();
        } catch (IOException e) {
            out.println("cannot let go of the state: " + e.getMessage());
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            try {
                route(exchange);
            } catch (Malformed | RuntimeException e) {
                out.println("cannot answer: " + e.getMessage());
                send(exchange, 500, TEXT, "the state of this witness cannot be read\n");
            }
        } catch (IOException e) {
            // the disk, or a client that went away: it got no cosignature that is not kept
            out.println("cannot answer: " + e.getMessage());
            throw e;
        }
    }

    private void route(HttpExchange exchange) throws IOException, Malformed {
        var path = exchange.getRequestURI().getRawPath();
        var method = exchange.getRequestMethod();
        if (path.equals("/add-checkpoint")) {
            answerAdd(exchange, method);
        } else if (method.equals("GET")) {
            answerNewest(exchange, path);
        } else {
            send(exchange, 404, TEXT, "there is nothing here\n");
        }
    }

    private void answerAdd(HttpExchange exchange, String method) throws IOException, Malformed {
        if (!method.equals("POST")) {
            exchange.getResponseHeaders().set("Allow", "POST");
            send(exchange, 405, TEXT, "this takes a POST\n");
            return;
        }
        var body = exchange.getRequestBody().readNBytes(LONGEST + 1);
        if (body.length > LONGEST) {
            send(exchange, 413, TEXT, "a checkpoint and its proof are shorter\n");
            return;
        }
        switch (add(body)) {
            case Answer.Cosigned(var lines) -> send(exchange, 200, TEXT, lines);
            case Answer.Conflict(var size) -> send(exchange, 409, "text/x.tlog.size", size + "\n");
            case Answer.Refused(var status, var why) -> {
                out.println("refused " + status + ": " + why);
                send(exchange, status, TEXT, why + "\n");
            }
        }
    }

    private Answer add(byte[] body) throws IOException, Malformed {
        AddCheckpoint asked;
        Optional<TreeHead> head;
        try {
            asked = AddCheckpoint.parse(body);
            head = SignedNote.parse(asked.checkpoint()).flatMap(n -> TreeHead.parse(n.text()));
        } catch (Malformed e) {
            return new Answer.Refused(400, String.valueOf(e.getMessage()));
        }
        // one that counts more than 2^63 entries has no place here either
        if (head.filter(h -> h.size().bitLength() < Long.SIZE).isEmpty()) {
            return new Answer.Refused(400, "what follows the empty line is no checkpoint");
        }
        var log = find(WitnessedLog.hash(head.get().origin()));
        return log.isPresent()
                ? log.get().add(asked, clock.instant().getEpochSecond())
                : new Answer.Refused(404, "this log is not known here");
    }

    private void answerNewest(HttpExchange exchange, String path) throws IOException, Malformed {
        var log =
                path.matches("/[0-9a-f]{64}/checkpoint")
                        ? find(path.substring(1, 65))
                        : Optional.<WitnessedLog>empty();
        var newest = log.isPresent() ? log.get().newest() : Optional.<SignedHead>empty();
        if (newest.isPresent()) {
            send(exchange, 200, TEXT, newest.get().note());
        } else {
            send(exchange, 404, TEXT, "no checkpoint of such a log was cosigned here\n");
        }
    }

    private Optional<WitnessedLog> find(String hash) {
        return logs.stream()
                .filter(log -> WitnessedLog.hash(log.origin()).equals(hash))
                .findFirst();
    }

    private static void send(HttpExchange exchange, int status, String type, String text)
            throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
