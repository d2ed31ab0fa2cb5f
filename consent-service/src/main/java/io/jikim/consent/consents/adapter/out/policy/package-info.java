/// What the policy context knows, as consents need it.
@NullMarked
package io.jikim.consent.consents.adapter.out.policy;

import org.jspecify.annotations.NullMarked;
