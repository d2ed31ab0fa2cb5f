/// Answers to what went wrong, and writes that may be repeated.
@NullMarked
package io.jikim.platform.problem;

import org.jspecify.annotations.NullMarked;
