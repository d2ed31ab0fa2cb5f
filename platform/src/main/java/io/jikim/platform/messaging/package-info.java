/// Events out (outbox, relay) and in (inbox), at least once on the way and once in effect.
@NullMarked
package io.jikim.platform.messaging;

import org.jspecify.annotations.NullMarked;
