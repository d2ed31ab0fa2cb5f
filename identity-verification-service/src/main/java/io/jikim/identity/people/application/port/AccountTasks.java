package io.jikim.identity.people.application.port;

import io.jikim.identity.people.domain.SubjectRef;
import java.time.Instant;

/// Login accounts that are still to be created.
public interface AccountTasks {

    void add(SubjectRef ref, Instant at);

    /// False where the person is gone or frozen, or her account stands already.
    boolean pending(SubjectRef ref);

    void done(SubjectRef ref);

    /// To be tried again, later with every failure.
    void failed(SubjectRef ref, Instant at);
}
