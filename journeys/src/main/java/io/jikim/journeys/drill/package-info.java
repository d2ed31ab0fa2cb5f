/// Faults on purpose, and one oracle that judges what they left behind.
@NullMarked
package io.jikim.journeys.drill;

import org.jspecify.annotations.NullMarked;
