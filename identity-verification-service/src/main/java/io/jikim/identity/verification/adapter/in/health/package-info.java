/// The state of the mail queue, for those who run the service.
@NullMarked
package io.jikim.identity.verification.adapter.in.health;

import org.jspecify.annotations.NullMarked;
