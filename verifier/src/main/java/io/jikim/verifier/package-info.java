/// Checks a certificate bundle offline, with nothing but the file and keys obtained apart from it.
@NullMarked
package io.jikim.verifier;

import org.jspecify.annotations.NullMarked;
