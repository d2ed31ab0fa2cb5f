/// The ground, tested.
@NullMarked
package io.jikim.platform.access;

import org.jspecify.annotations.NullMarked;
