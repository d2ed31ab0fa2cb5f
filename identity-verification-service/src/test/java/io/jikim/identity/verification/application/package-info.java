/// Tests of the use cases of verification, on fakes.
@NullMarked
package io.jikim.identity.verification.application;

import org.jspecify.annotations.NullMarked;
