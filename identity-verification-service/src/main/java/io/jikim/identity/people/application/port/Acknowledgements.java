package io.jikim.identity.people.application.port;

import io.jikim.identity.people.domain.CaseId;
import io.jikim.identity.people.domain.Outcome;
import io.jikim.identity.people.domain.SubjectRef;
import java.time.Instant;
import java.util.List;

/// The signed answers to an erasure case, told in the transaction at hand.
public interface Acknowledgements {

    /// In whose name we answer: for our own data, and for the identity provider that knows no
    /// events.
    enum Participant {
        IDENTITY,
        PROVIDER
    }

    void frozen(CaseId to, SubjectRef ref, Participant by, Instant at);

    /// `level` is what the proofs prove: L1 rows gone, L2 data keys destroyed.
    void done(CaseId to, SubjectRef ref, Participant by, Done done, Instant at);

    /// What was done in a round.
    record Done(int round, List<Outcome> outcomes, String level, List<String> proofs) {
        public Done {
            outcomes = List.copyOf(outcomes);
            proofs = List.copyOf(proofs);
        }
    }
}
