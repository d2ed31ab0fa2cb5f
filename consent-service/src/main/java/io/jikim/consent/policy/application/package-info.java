/// What can be done about a policy: one class per use case.
@NullMarked
package io.jikim.consent.policy.application;

import org.jspecify.annotations.NullMarked;
