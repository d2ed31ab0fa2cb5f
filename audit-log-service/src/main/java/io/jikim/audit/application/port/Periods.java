package io.jikim.audit.application.port;

import io.jikim.audit.domain.Fact;
import io.jikim.audit.domain.RecordClass;
import java.time.Period;

/// How long things stay, as the operator has said.
public interface Periods {

    RecordClass classOf(Fact fact);

    /// Never shorter than the law of that class asks for.
    Period of(RecordClass recordClass);
}
