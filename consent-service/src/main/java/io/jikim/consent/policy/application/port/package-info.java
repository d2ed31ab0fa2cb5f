/// What the use cases of the policy need from outside.
@NullMarked
package io.jikim.consent.policy.application.port;

import org.jspecify.annotations.NullMarked;
