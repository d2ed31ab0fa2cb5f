package io.jikim.retention.erasure.application.port;

import io.jikim.retention.erasure.domain.Level;
import io.jikim.retention.erasure.domain.Residue;
import io.jikim.retention.erasure.domain.Tally;
import java.util.List;

/// What a connected system answers to an order.
public sealed interface SystemOutcome {
    /// Carried out.
    ///
    /// @param evidence hex SHA-256 over what was counted and copied
    /// @param residues where deleted rows may still lie
    record Done(List<Tally> tallies, Level level, List<Residue> residues, String evidence)
            implements SystemOutcome {
        public Done {
            tallies = List.copyOf(tallies);
            residues = List.copyOf(residues);
        }
    }

    /// Nothing was changed in that system; worth another try when `again`.
    ///
    /// @param reason a code such as `unreachable` or `archive-copy-differs`; never data of the
    ///   person
    record Failed(String reason, boolean again) implements SystemOutcome {}
}
