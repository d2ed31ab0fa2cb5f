/// Measures the product on this machine, beside the limit of this machine.
@NullMarked
package io.jikim.benchmarks;

import org.jspecify.annotations.NullMarked;
