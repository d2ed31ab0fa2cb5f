package io.jikim.retention.erasure.domain;

/// A case and whose it is: enough to work on it outside of any request.
public record CaseRef(TenantCode tenant, ErasureId erasure) {}
