/// Tests of the limits that every request meets.
@NullMarked
package io.jikim.platform.edge;

import org.jspecify.annotations.NullMarked;
