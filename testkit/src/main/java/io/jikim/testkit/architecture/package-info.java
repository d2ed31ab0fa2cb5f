/// The house rules, held in every module by a test of three lines.
@NullMarked
package io.jikim.testkit.architecture;

import org.jspecify.annotations.NullMarked;
