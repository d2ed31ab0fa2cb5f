package io.jikim.audit.application.port;

import io.jikim.audit.domain.RecordClass;
import java.time.Period;

/// What stands beside the log and comes to an end: values, the secrets that open leaves, whose data
/// an entry is about.
public interface Contents {

    /// Destroys what is over in a bounded number of entries behind those of the last time. False
    /// where nothing more is over today.
    boolean shred(RecordClass recordClass, Period period);
}
