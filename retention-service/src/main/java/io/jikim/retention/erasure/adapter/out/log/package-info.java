/// Proofs from the audit log over REST.
@NullMarked
package io.jikim.retention.erasure.adapter.out.log;

import org.jspecify.annotations.NullMarked;
