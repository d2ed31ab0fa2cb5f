package io.jikim.retention.erasure.domain;

import java.time.Period;

/// The legal ground on which records are kept after their purpose ended, and for how long from each
/// record's own legal event.
///
/// @param code the law and article as the policy names it
public record Basis(String code, Period period) {
    public Basis {
        if (code.isBlank() || period.isNegative() || period.isZero()) {
            throw new IllegalArgumentException("a basis needs a code and a positive period");
        }
    }
}
