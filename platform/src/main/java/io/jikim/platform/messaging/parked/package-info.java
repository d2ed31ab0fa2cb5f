/// What becomes of events that were kept aside: seen, tried again, given up by two people.
@NullMarked
package io.jikim.platform.messaging.parked;

import org.jspecify.annotations.NullMarked;
