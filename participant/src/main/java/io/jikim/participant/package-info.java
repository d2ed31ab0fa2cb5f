/// What everyone who takes part in an erasure needs: freeze, carry out, acknowledge with a
/// signature.
@NullMarked
package io.jikim.participant;

import org.jspecify.annotations.NullMarked;
