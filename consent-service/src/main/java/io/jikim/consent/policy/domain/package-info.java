/// The policy: what an operator promises, version by version, and what the promise means.
@NullMarked
package io.jikim.consent.policy.domain;

import org.jspecify.annotations.NullMarked;
