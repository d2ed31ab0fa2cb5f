/// Work after a commit and what is due.
@NullMarked
package io.jikim.retention.erasure.adapter.in.schedule;

import org.jspecify.annotations.NullMarked;
