/// Whose events the people who run the installation may see, and the journal of what they did.
@NullMarked
package io.jikim.platform.messaging.ops;

import org.jspecify.annotations.NullMarked;
