package io.jikim.participant;

import io.jikim.contracts.ErasureAcknowledged.Evidence;
import io.jikim.contracts.ErasureAcknowledged.Result;
import io.jikim.contracts.ErasureOpened;
import io.jikim.contracts.ErasureOpened.Scope;
import io.jikim.contracts.ErasureOrdered;
import java.util.List;

/// One party that holds personal data and answers for it in every erasure case.
///
/// Both methods run in the transaction in which the event is received and the answer is stored:
/// what they write commits with the acknowledgement or not at all. An exception undoes both; the
/// inbox then tries again or parks the subject, as it does for every event.
public interface Participant {

    /// The name on acknowledgements and certificates.
    String name();

    /// Whether cases of this scope concern this participant at all.
    default boolean takesPartIn(Scope scope) {
        return true;
    }

    /// Stops the use of this person's data: from the commit on nothing of hers is read.
    void freeze(ErasureOpened opened);

    /// Does what the order says for the categories held here, and counts it. A category that is not
    /// held here needs no result.
    Outcome carryOut(ErasureOrdered ordered);

    /// What was done, and what can be shown for it.
    record Outcome(List<Result> results, Evidence evidence) {

        public Outcome {
            results = List.copyOf(results);
        }
    }
}
