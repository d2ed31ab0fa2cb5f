package io.jikim.platform.messaging;

import jakarta.enterprise.context.RequestScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The trace and the affair that the request or event at hand belongs to.
@RequestScoped
public class CurrentTrace {

    private Traceparent traceparent = Traceparent.begin();
    private @Nullable String correlation;
    private @Nullable UUID causation;

    /// 32 hexadecimal digits, the same in every service that the affair passes through.
    public String traceId() {
        return traceparent.traceId();
    }

    void join(Traceparent caller) {
        traceparent = caller;
    }

    void follow(Envelope cause) {
        traceparent = cause.trail().traceparent();
        correlation = cause.trail().correlation();
        causation = cause.id();
    }

    /// The first event of a request names the affair that later ones belong to.
    Trail trailOf(UUID event) {
        if (correlation == null) {
            correlation = event.toString();
        }
        return new Trail(correlation, causation, traceparent.child());
    }
}
