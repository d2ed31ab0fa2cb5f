package io.jikim.retention.erasure.adapter.out.smtp;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicBoolean;

/// Whether the mail server took what this instance gave to it last.
@ApplicationScoped
class MailServer {
    private final AtomicBoolean refused = new AtomicBoolean();

    void taken() {
        refused.set(false);
    }

    void refused() {
        refused.set(true);
    }

    boolean refusedLast() {
        return refused.get();
    }
}
