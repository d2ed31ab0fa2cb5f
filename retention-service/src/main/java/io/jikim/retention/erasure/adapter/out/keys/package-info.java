/// Whose signature counts.
@NullMarked
package io.jikim.retention.erasure.adapter.out.keys;

import org.jspecify.annotations.NullMarked;
