/// Erasure cases: what must go, what the law keeps, who has answered, and the certificate at the
/// end.
@NullMarked
package io.jikim.retention.erasure;

import org.jspecify.annotations.NullMarked;
