package io.jikim.testkit.access;

import com.sun.net.httpserver.HttpServer;
import io.jikim.testkit.tokens.TestTokens;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/// Tokens that must open nothing, each named by what is wrong with it, and the address to which
/// some of them point for a key.
final class BadTokens implements AutoCloseable {
    private final HttpServer listener;
    private final AtomicInteger visits = new AtomicInteger();

    BadTokens() throws IOException {
        listener = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        listener.createContext(
                "/",
                exchange -> {
                    visits.incrementAndGet();
                    exchange.sendResponseHeaders(404, -1);
                    exchange.close();
                });
        listener.start();
    }

    /// What would be right in every other way: this caller of this tenant.
    Map<String, String> of(TestTokens right) {
        var elsewhere = "http://localhost:" + listener.getAddress().getPort() + "/keys";
        Map<String, String> tokens = new LinkedHashMap<>();
        tokens.put("expired", right.expired().token());
        tokens.put("not valid yet", right.notYetValid().token());
        tokens.put("of another issuer", right.fromIssuer("http://localhost:1/realms/x").token());
        tokens.put("signed by a stranger", right.signedByAStranger().token());
        tokens.put("unsigned", right.unsigned());
        tokens.put("signed with the public key", right.signedWithThePublicKey());
        tokens.put(
                "of an unknown key", right.withHead("kid", "nobody").signedByAStranger().token());
        tokens.put(
                "with its key elsewhere (jku)",
                right.withHead("jku", elsewhere).signedByAStranger().token());
        tokens.put(
                "with its certificate elsewhere (x5u)",
                right.withHead("x5u", elsewhere)
                        .withHead("kid", "nobody")
                        .signedByAStranger()
                        .token());
        tokens.put("no token at all", "nothing-of-the-sort");
        return tokens;
    }

    /// How often a key was looked for where a token said.
    int visits() {
        return visits.get();
    }

    @Override
    public void close() {
        listener.stop(0);
    }
}
