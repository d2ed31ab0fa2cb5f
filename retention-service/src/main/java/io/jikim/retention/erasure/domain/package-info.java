/// The erasure case, its plan, its holds and its certificate as plain values and sealed states.
@NullMarked
package io.jikim.retention.erasure.domain;

import org.jspecify.annotations.NullMarked;
