package io.jikim.platform.access;

import io.quarkus.arc.Arc;
import java.util.function.Supplier;

/// Work for one tenant that no request asked for: a sweep, a worker, a scheduled step.
///
/// It runs in a request context of its own, so it must begin its transaction inside.
public final class TenantScope {

    private TenantScope() {}

    public static <T> T call(Tenant tenant, Supplier<T> work) {
        var container = Arc.requireContainer();
        var context = container.requestContext();
        var outer = context.getStateIfActive();
        context.activate();
        try {
            container.instance(CurrentTenant.class).get().set(tenant);
            return work.get();
        } finally {
            context.terminate();
            if (outer != null) {
                context.activate(outer);
            }
        }
    }

    public static void run(Tenant tenant, Runnable work) {
        call(
                tenant,
                () -> {
                    work.run();
                    return tenant;
                });
    }
}
