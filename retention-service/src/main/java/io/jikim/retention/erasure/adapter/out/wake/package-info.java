/// Work that goes on after the commit.
@NullMarked
package io.jikim.retention.erasure.adapter.out.wake;

import org.jspecify.annotations.NullMarked;
