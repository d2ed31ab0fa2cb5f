/// A whole stack beside this JVM whose parts can be stopped, killed and cut off.
@NullMarked
package io.jikim.journeys.stack;

import org.jspecify.annotations.NullMarked;
