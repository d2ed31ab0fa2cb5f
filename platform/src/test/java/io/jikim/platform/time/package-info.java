/// The ground, tested.
@NullMarked
package io.jikim.platform.time;

import org.jspecify.annotations.NullMarked;
