package io.jikim.audit.application.port;

import java.util.List;

/// What the log holds, as it was hashed.
public interface Leaves {

    /// The leaves `[from, to)`, as many of them as there are.
    List<byte[]> read(long from, long to);

    /// Index of the first that is kept (C2SP tlog-tiles, "minimum index"), a multiple of 256.
    long minimumIndex();
}
