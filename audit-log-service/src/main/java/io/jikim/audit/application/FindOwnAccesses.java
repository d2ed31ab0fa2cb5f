package io.jikim.audit.application;

import io.jikim.audit.application.port.Accesses;
import io.jikim.audit.application.port.Accesses.Slice;
import io.jikim.platform.access.Access;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;

/// Query: who looked at my data. It is one more look, and leaves its record.
@ApplicationScoped
public class FindOwnAccesses {
    private final Accesses accesses;

    FindOwnAccesses(Accesses accesses) {
        this.accesses = accesses;
    }

    @Transactional
    public Slice find(UUID herself, long after, int limit, Access access) {
        return accesses.about(herself, after, limit, access);
    }
}
