package io.jikim.identity.people.application.port;

import io.jikim.identity.people.domain.ArchiveRecord;
import io.jikim.identity.people.domain.CaseId;
import java.util.List;

/// The separate archive, where items enter that a law keeps.
public interface Archive {

    /// Returns when all of them stand there, or their period is over; may be repeated.
    ///
    /// @throws Deposits.NotTaken if it cannot be said that they stand there; try again later
    void take(CaseId from, List<ArchiveRecord> records);
}
