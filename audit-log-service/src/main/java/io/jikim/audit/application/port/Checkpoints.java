package io.jikim.audit.application.port;

import java.util.Optional;

/// The signed heads of the log, one for a size and never another.
public interface Checkpoints {

    /// Keeps a head in the transaction that made it.
    void save(SignedHead head);

    Optional<SignedHead> latest();

    /// The head that was signed when the log had this size, if one was.
    Optional<SignedHead> at(long size);

    /// A size and the signed note that states its root.
    record SignedHead(long size, String note) {}
}
