package io.jikim.platform.notes;

import io.jikim.platform.access.CurrentTenant;
import io.jikim.platform.access.Tenant;
import io.quarkus.arc.Arc;
import java.util.function.Supplier;

/// Does something as a request of this tenant would.
public final class InTenant {

    private InTenant() {}

    public static <T> T call(String tenant, Supplier<T> work) {
        var context = Arc.container().requestContext();
        var outer = context.getStateIfActive();
        context.activate();
        try {
            Arc.container().instance(CurrentTenant.class).get().set(new Tenant(tenant));
            return work.get();
        } finally {
            context.terminate();
            if (outer != null) {
                context.activate(outer);
            }
        }
    }

    public static void run(String tenant, Runnable work) {
        call(
                tenant,
                () -> {
                    work.run();
                    return tenant;
                });
    }
}
