/// The ground, tested.
@NullMarked
package io.jikim.platform.problem;

import org.jspecify.annotations.NullMarked;
