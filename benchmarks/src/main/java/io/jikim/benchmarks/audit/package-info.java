/// Measures the audit log: the real service with the broker and the database it needs, beside the
/// limit of this machine and a peer.
@NullMarked
package io.jikim.benchmarks.audit;

import org.jspecify.annotations.NullMarked;
