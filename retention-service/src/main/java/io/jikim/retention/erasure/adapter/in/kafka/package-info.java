/// What other services say that concerns erasure.
@NullMarked
package io.jikim.retention.erasure.adapter.in.kafka;

import org.jspecify.annotations.NullMarked;
