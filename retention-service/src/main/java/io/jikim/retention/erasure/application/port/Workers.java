package io.jikim.retention.erasure.application.port;

import io.jikim.retention.erasure.domain.CaseRef;

/// Where work on a case goes on without anybody waiting for it.
public interface Workers {
    /// Works on the case as soon as this transaction is committed; never two at a time on one case.
    void wakeAfterCommit(CaseRef erasure);
}
