package io.jikim.localstack;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Set;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/// An SMTP server that keeps what it receives in memory, and a page where a person reads it.
final class Mailbox implements Part {
    private final InetAddress listening;
    private final int smtpPort;
    private final int pagePort;
    private @Nullable GreenMail smtp;
    private volatile @Nullable HttpServer page;

    Mailbox(Ports ports) {
        this(InetAddress.getLoopbackAddress(), ports.of("smtp"), ports.of("mailbox"));
    }

    Mailbox(InetAddress listening, int smtpPort, int pagePort) {
        this.listening = listening;
        this.smtpPort = smtpPort;
        this.pagePort = pagePort;
    }

    @Override
    public String name() {
        return "mail";
    }

    @Override
    public Set<String> needs() {
        return Set.of();
    }

    @Override
    public String address() {
        return "http://localhost:" + pagePort;
    }

    @Override
    public void start() throws IOException {
        var mail =
                new GreenMail(
                        new ServerSetup(
                                smtpPort, listening.getHostAddress(), ServerSetup.PROTOCOL_SMTP));
        mail.start();
        smtp = mail;
        var http = HttpServer.create(new InetSocketAddress(listening, pagePort), 0);
        http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        http.createContext("/", new MailboxPages(mail));
        http.start();
        page = http;
    }

    @Override
    public boolean runs() {
        return page != null;
    }

    @Override
    public void stop() {
        var http = page;
        if (http != null) {
            http.stop(0);
        }
        var mail = smtp;
        if (mail != null) {
            mail.stop();
        }
        page = null;
        smtp = null;
    }
}
