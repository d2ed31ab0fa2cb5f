package io.jikim.retention.erasure.application;

import io.jikim.retention.erasure.application.port.ArchiveHolds;
import io.jikim.retention.erasure.application.port.Holds;
import io.jikim.retention.erasure.domain.Hold;
import io.jikim.retention.erasure.domain.HoldId;
import io.jikim.retention.erasure.domain.SubjectId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Query: in which holds the archive and this database differ.
@ApplicationScoped
public class DifferingHolds {
    private final Holds holds;

    DifferingHolds(Holds holds) {
        this.holds = holds;
    }

    /// @param missing active here and not standing in the archive
    /// @param over standing in the archive and released here
    /// @param unknown about whom the archive has holds that are unknown here
    record Difference(List<Hold> missing, List<HoldId> over, Set<SubjectId> unknown) {
        Difference {
            missing = List.copyOf(missing);
            over = List.copyOf(over);
            unknown = Set.copyOf(unknown);
        }
    }

    @Transactional
    Difference from(Collection<ArchiveHolds.Standing> standing) {
        var missing = new LinkedHashMap<HoldId, Hold>();
        holds.allActive().forEach(hold -> missing.put(hold.id(), hold));
        var over = new ArrayList<HoldId>();
        var unknown = new LinkedHashSet<SubjectId>();
        for (var hold : standing) {
            if (missing.remove(hold.id()) == null) {
                if (holds.find(hold.id()).isEmpty()) {
                    unknown.add(hold.subject());
                } else {
                    over.add(hold.id());
                }
            }
        }
        return new Difference(List.copyOf(missing.values()), over, unknown);
    }
}
