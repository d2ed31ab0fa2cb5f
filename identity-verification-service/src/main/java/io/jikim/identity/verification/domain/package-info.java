/// The proof that a person reads the address she gave.
@NullMarked
package io.jikim.identity.verification.domain;

import org.jspecify.annotations.NullMarked;
