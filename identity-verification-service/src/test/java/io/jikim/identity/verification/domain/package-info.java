/// Tests of the rules of verification.
@NullMarked
package io.jikim.identity.verification.domain;

import org.jspecify.annotations.NullMarked;
