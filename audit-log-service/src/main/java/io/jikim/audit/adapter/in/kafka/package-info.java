/// How facts and erasure cases reach the log.
@NullMarked
package io.jikim.audit.adapter.in.kafka;

import org.jspecify.annotations.NullMarked;
