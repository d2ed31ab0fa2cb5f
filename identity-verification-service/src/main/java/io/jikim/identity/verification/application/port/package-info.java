/// What the use cases about verifications need from outside.
@NullMarked
package io.jikim.identity.verification.application.port;

import org.jspecify.annotations.NullMarked;
