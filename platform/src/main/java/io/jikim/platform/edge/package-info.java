/// What every request meets before it means anything: limits of size, time and rate, and the
/// headers of every answer.
@NullMarked
package io.jikim.platform.edge;

import org.jspecify.annotations.NullMarked;
