package io.jikim.retention.erasure.application;

import io.jikim.retention.erasure.application.port.ArchiveHolds;
import io.jikim.retention.erasure.domain.TenantCode;
import jakarta.enterprise.context.ApplicationScoped;

/// Use case: the archive and this database know the same holds again, also after one of them was
/// restored from an older copy. In doubt a hold stands.
@ApplicationScoped
public class CompareArchiveHolds {
    private final ArchiveHolds archive;
    private final DifferingHolds differing;
    private final RecoverHolds recover;

    CompareArchiveHolds(ArchiveHolds archive, DifferingHolds differing, RecoverHolds recover) {
        this.archive = archive;
        this.differing = differing;
        this.recover = recover;
    }

    /// What is active here stands in the archive when this returns. The archive is read first: what
    /// is placed after that is there already.
    public void compare(TenantCode tenant) {
        var difference = differing.from(archive.standing(tenant));
        difference
                .missing()
                .forEach(hold ->
                        archive.place(tenant, hold.id(), hold.subject(), hold.categories()));
        difference.over().forEach(id -> archive.release(tenant, id));
        difference.unknown().forEach(subject -> recover.recover(tenant, subject));
    }
}
