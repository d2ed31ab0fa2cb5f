package io.jikim.localstack;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.icegreen.greenmail.util.GreenMail;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/// What the mailbox shows: `/` for people; `/api/mails[?to=address]` as JSON, oldest first; DELETE
/// of it forgets all.
final class MailboxPages implements HttpHandler {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final GreenMail mail;

    MailboxPages(GreenMail mail) {
        this.mail = mail;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var request = exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
            switch (request) {
                case "GET /" -> answer(exchange, 200, "text/html", page(mails("")));
                case "GET /api/mails" ->
                        answer(
                                exchange,
                                200,
                                "application/json",
                                JSON.writeValueAsString(mails(recipient(exchange))));
                case "DELETE /api/mails" -> {
                    mail.purgeEmailFromAllMailboxes();
                    exchange.sendResponseHeaders(204, -1);
                }
                default -> answer(exchange, 404, "text/plain", "There is / and /api/mails.\n");
            }
        } catch (com.icegreen.greenmail.store.FolderException e) {
            throw new IOException(e);
        }
    }

    private List<Mail> mails(String recipient) {
        return Arrays.stream(mail.getReceivedMessages())
                .map(Mail::of)
                .filter(received -> recipient.isEmpty() || received.isTo(recipient))
                .toList();
    }

    private static String recipient(HttpExchange exchange) {
        var query = exchange.getRequestURI().getRawQuery();
        return query == null || !query.startsWith("to=")
                ? ""
                : URLDecoder.decode(query.substring("to=".length()), StandardCharsets.UTF_8);
    }

    private static String page(List<Mail> mails) {
        var rows = new StringBuilder();
        for (var mail : mails.reversed()) {
            rows.append(
                    "<article><h2>%s</h2><p>%s · to %s · from %s</p><pre>%s</pre></article>\n"
                            .formatted(
                                    escaped(mail.subject()),
                                    escaped(mail.sent()),
                                    escaped(String.join(", ", mail.to())),
                                    escaped(mail.from()),
                                    escaped(mail.text().isEmpty() ? mail.html() : mail.text())));
        }
        return """
        <!doctype html><html lang="en"><meta charset="utf-8"><title>Mailbox of the local stack</title>
        <style>body{font:16px/1.5 sans-serif;max-width:48rem;margin:2rem auto;padding:0 1rem}
        article{border-top:1px solid #bbb}pre{white-space:pre-wrap}</style>
        <h1>%d mails</h1>
        %s</html>
        """
                .formatted(mails.size(), rows);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static void answer(HttpExchange exchange, int status, String type, String body)
            throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type + "; charset=utf-8");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
