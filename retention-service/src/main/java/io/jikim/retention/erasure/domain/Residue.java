package io.jikim.retention.erasure.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Where copies of deleted rows may still lie, and until when, so that a certificate claims no more
/// than is known.
///
/// @param where code of the place: `heap`, `wal`, `backups`
/// @param until last day on which something may remain; unknown when the operator did not say
public record Residue(String where, @Nullable LocalDate until) {}
