package io.jikim.verifier;

import java.util.List;
import java.util.Optional;

/// Where a log is read. Nothing that it says is trusted, neither its length nor its pace.
interface LogSource {

    /// The newest signed note; empty where there is none.
    ///
    /// @param limit bytes after which it is given up
    /// @throws Malformed if it cannot be read, in its time or at all
    Optional<byte[]> checkpoint(int limit) throws Malformed;

    /// The hashes of a tile, one behind the other; empty where it is missing.
    ///
    /// @throws DoesNotHold if it can be said which part of it is missing
    Optional<byte[]> hashes(Tile tile, int limit) throws Malformed, DoesNotHold;

    /// The entry bundle under a tile of level 0; empty where it is missing.
    ///
    /// @throws DoesNotHold if it can be said which entry is missing
    Optional<byte[]> bundle(Tile tile, int limit) throws Malformed, DoesNotHold;

    /// The heads of earlier sizes that the source has kept, smallest first: where there are some,
    /// they tell between which two of them something was changed.
    ///
    /// @throws DoesNotHold if one of them is not signed with the key
    default List<SignedHead> earlier(VerifierKey key) throws Malformed, DoesNotHold {
        return List.of();
    }
}
