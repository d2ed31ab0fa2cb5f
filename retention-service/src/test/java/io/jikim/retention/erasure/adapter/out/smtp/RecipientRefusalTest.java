package io.jikim.retention.erasure.adapter.out.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.jikim.retention.erasure.application.port.ResultNotices.NoticeRefused;
import io.vertx.core.Vertx;
import io.vertx.ext.mail.MailClient;
import io.vertx.ext.mail.MailConfig;
import io.vertx.ext.mail.MailMessage;
import io.vertx.ext.mail.StartTLSOptions;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecipientRefusalTest {
    @ParameterizedTest
    @ValueSource(strings = {"5.1.1", "5.1.2", "5.1.3", "5.1.6", "5.1.10", "5.2.1"})
    void an_enhanced_code_of_the_address_is_certain(String status) {
        var refused = refusal("RCPT TO", "550 " + status + " <alice@example.test> no such user");

        assertThat(refused.map(NoticeRefused::isCertain)).contains(true);
        assertThat(refused.map(NoticeRefused::reply)).contains("550 " + status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"550", "551", "553"})
    void a_reply_to_the_recipient_without_an_enhanced_code_may_be_meant_for_us(String code) {
        var refused = refusal("RCPT TO", code + " no");

        assertThat(refused.map(NoticeRefused::isCertain)).contains(false);
        assertThat(refused.map(NoticeRefused::reply)).contains(code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "550 5.7.1 relaying denied",
                "550 5.1.8 your domain does not exist",
                "552 5.2.2 mailbox full",
                "554 no",
                "450 4.1.1 come again",
                "421 busy"
            })
    void another_reply_to_the_recipient_is_tried_again(String reply) {
        assertThat(refusal("RCPT TO", reply)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"MAIL FROM", "DATA"})
    void a_permanent_reply_to_anything_else_is_tried_again(String command) {
        assertThat(refusal(command, "550 no")).isEmpty();
        assertThat(refusal(command, "554 5.7.1 policy")).isEmpty();
    }

    @Test
    void a_server_that_is_away_refuses_nobody() {
        assertThat(RecipientRefusal.in(new IllegalStateException(new IOException("away"))))
                .isEmpty();
    }

    /// What a real mail client makes of a server that answers one command so.
    private static Optional<NoticeRefused> refusal(String command, String reply) {
        var vertx = Vertx.vertx();
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> answer(server, command, reply));
            var client =
                    MailClient.create(
                            vertx,
                            new MailConfig(
                                    server.getInetAddress().getHostAddress(),
                                    server.getLocalPort(),
                                    StartTLSOptions.DISABLED,
                                    null));
            var mail =
                    new MailMessage("privacy@example.test", "alice@example.test", "done", "done");
            return RecipientRefusal.in(
                    catchThrowable(() ->
                            client.sendMail(mail)
                                    .toCompletionStage()
                                    .toCompletableFuture()
                                    .join()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().join();
        }
    }

    private static void answer(ServerSocket server, String command, String reply) {
        try (var socket = server.accept();
                var in =
                        new BufferedReader(
                                new InputStreamReader(
                                        socket.getInputStream(), StandardCharsets.US_ASCII))) {
            var out = socket.getOutputStream();
            out.write("220 here\r\n".getBytes(StandardCharsets.US_ASCII));
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                var said = line.toUpperCase(Locale.ROOT);
                var answer =
                        said.startsWith(command)
                                ? reply
                                : said.startsWith("EHLO")
                                        ? "250-here\r\n250 ENHANCEDSTATUSCODES"
                                        : said.startsWith("DATA") ? "354 go on" : "250 ok";
                out.write((answer + "\r\n").getBytes(StandardCharsets.US_ASCII));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
