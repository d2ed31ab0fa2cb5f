/// Events told again: because a reader misses them, or a person wants it; and the comparison that
/// finds what nobody missed yet.
@NullMarked
package io.jikim.platform.messaging.replay;

import org.jspecify.annotations.NullMarked;
