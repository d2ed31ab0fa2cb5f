/// An OIDC provider inside the test, and the tokens that it signs.
@NullMarked
package io.jikim.testkit.tokens;

import org.jspecify.annotations.NullMarked;
