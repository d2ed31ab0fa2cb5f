/// How the erasure cases stand, for those who watch the service.
@NullMarked
package io.jikim.retention.erasure.adapter.in.health;

import org.jspecify.annotations.NullMarked;
