package io.jikim.consent.consents.application.port;

import io.jikim.consent.consents.domain.ArchiveRecord;
import io.jikim.consent.consents.domain.ErasureOrder;
import java.util.List;

/// The separate archive, where records enter that a law keeps.
public interface Deposits {

    /// Returns when all of them stand in the archive (or their period is over); a repetition of the
    /// same order deposits nothing twice.
    ///
    /// @throws ArchiveUnavailable if it cannot be said that they stand there
    void deposit(ErasureOrder order, List<ArchiveRecord> records);

    /// The archive is away, or has refused.
    class ArchiveUnavailable extends RuntimeException {

        private static final long serialVersionUID = 1L;

        public ArchiveUnavailable(String message) {
            super(message);
        }

        public ArchiveUnavailable(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
