package io.jikim.audit.application.port;

import io.jikim.audit.domain.Fact;
import io.jikim.audit.domain.Frontier;
import io.jikim.audit.domain.Tile;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/// The log itself: leaves, tiles and its head, which only grow.
public interface Entries {

    /// Which of these facts have a place already.
    Set<Fact.Name> known(Collection<Fact.Name> facts);

    /// The right edge as committed. @throws BrokenLog if it does not give the stored root
    Frontier frontier();

    /// Moves the head by compare-and-swap, then writes entries and tiles behind it.
    ///
    /// @throws LogMoved if somebody else has moved the head since `before` was read
    void append(Frontier before, Frontier after, List<Entry> entries, List<Tile> tiles);
}
