/// Opening a new epoch for a database that was restored from an older copy.
@NullMarked
package io.jikim.platform.messaging.epoch;

import org.jspecify.annotations.NullMarked;
