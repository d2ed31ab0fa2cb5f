package io.jikim.audit.application;

import io.jikim.audit.application.port.Accesses;
import io.jikim.audit.application.port.Accesses.Slice;
import io.jikim.audit.application.port.Wanted;
import io.jikim.platform.access.Access;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/// Query: who looked at whose data. Looking here is an access too, and leaves a record of its own.
@ApplicationScoped
public class SearchAccesses {
    private final Accesses accesses;

    SearchAccesses(Accesses accesses) {
        this.accesses = accesses;
    }

    @Transactional
    public Slice search(Wanted wanted, int limit, Access access) {
        return accesses.search(wanted, limit, access);
    }
}
