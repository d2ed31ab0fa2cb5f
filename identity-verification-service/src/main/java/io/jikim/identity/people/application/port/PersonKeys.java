package io.jikim.identity.people.application.port;

import io.jikim.identity.people.domain.CaseId;
import io.jikim.identity.people.domain.ErasurePlan;
import io.jikim.identity.people.domain.SubjectRef;
import java.util.List;

/// The data keys that seal a person's items; what is done here is done at once, outside the
/// transaction at hand.
public interface PersonKeys {

    /// Nothing sealed for this person opens any more until a destruction or a resumption.
    void suspend(SubjectRef ref, CaseId by);

    /// What is sealed opens again, until the next suspension.
    void resume(SubjectRef ref);

    /// Destroys the keys that the plan dooms; asked twice it destroys nothing more.
    ///
    /// @return a proof for each key that this case has destroyed: `key:<id>:<sha256>`
    List<String> destroy(SubjectRef ref, ErasurePlan plan, CaseId by);
}
