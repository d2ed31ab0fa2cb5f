/// Work on verifications that is done without a request.
@NullMarked
package io.jikim.identity.verification.adapter.in.schedule;

import org.jspecify.annotations.NullMarked;
