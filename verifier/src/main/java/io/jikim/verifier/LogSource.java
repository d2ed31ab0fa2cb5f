package io.jikim.verifier;

import java.util.Optional;

/// Where a log's files are read. Nothing that it says is trusted, neither its length nor its pace.
interface LogSource {

    /// Empty where there is no such file.
    ///
    /// @param limit bytes after which it is given up
    /// @throws Malformed if it cannot be read, in its time or at all
    Optional<byte[]> read(String path, int limit) throws Malformed;
}
