/// Spoils a good bundle in thousands of ways and compares what the verifiers say of it.
@NullMarked
package io.jikim.verifier.drill;

import org.jspecify.annotations.NullMarked;
