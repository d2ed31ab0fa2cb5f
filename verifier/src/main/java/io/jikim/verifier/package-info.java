/// Checks a certificate bundle or a whole log offline, with nothing but its files and keys obtained
/// apart from them.
@NullMarked
package io.jikim.verifier;

import org.jspecify.annotations.NullMarked;
