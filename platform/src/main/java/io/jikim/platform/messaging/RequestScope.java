package io.jikim.platform.messaging;

import io.quarkus.arc.Arc;
import java.util.function.Supplier;

/// A request context of one's own, whatever context the thread is in.
public class RequestScope {

    private RequestScope() {}

    public static <T> T call(Supplier<T> work) {
        var context = Arc.requireContainer().requestContext();
        var outer = context.getStateIfActive();
        context.activate();
        try {
            return work.get();
        } finally {
            context.terminate();
            if (outer != null) {
                context.activate(outer);
            }
        }
    }
}
