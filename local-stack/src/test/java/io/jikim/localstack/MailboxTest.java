package io.jikim.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MailboxTest {
    private final Ports ports = Ports.of(Options.parse(List.of("--root=..", "--ports=random")));
    private final Mailbox mailbox = new Mailbox(ports);

    @BeforeEach
    void start() throws Exception {
        mailbox.start();
        send("mina@example.com", "Your code", "123456 <b>");
        send("juno@example.com", "Other", "nothing");
    }

    @AfterEach
    void stop() {
        mailbox.stop();
    }

    @Test
    void lists_the_mails_of_one_recipient() throws Exception {
        assertThat(get("/api/mails?to=mina%40example.com"))
                .contains("\"subject\":\"Your code\"", "123456")
                .doesNotContain("juno");
    }

    @Test
    void shows_a_person_what_came_in_as_text() throws Exception {
        assertThat(get("/")).contains("2 mails", "123456 &lt;b&gt;");
    }

    private void send(String to, String subject, String text) {
        var server = new ServerSetup(ports.of("smtp"), "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
        GreenMailUtil.sendTextEmail(to, "jikim@example.com", subject, text, server);
    }

    private String get(String path) throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create(mailbox.address() + path)).build();
            return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
        }
    }
}
