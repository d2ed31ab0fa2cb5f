package io.jikim.audit.application;

import io.jikim.audit.application.port.Contents;
import io.jikim.audit.application.port.Periods;
import io.jikim.audit.domain.RecordClass;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/// Use case: what entries of a class say is destroyed when their period is over. Their leaves stay,
/// and nobody can open them any more.
@ApplicationScoped
public class ShredContent {
    private final Contents contents;
    private final Periods periods;

    ShredContent(Contents contents, Periods periods) {
        this.contents = contents;
        this.periods = periods;
    }

    /// Does a bounded part of it; false where nothing was left to do.
    @Transactional
    public boolean shred(RecordClass recordClass) {
        return contents.shred(recordClass, periods.of(recordClass));
    }
}
