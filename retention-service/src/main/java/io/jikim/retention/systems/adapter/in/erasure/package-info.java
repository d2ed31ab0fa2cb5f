/// What an erasure case asks of connected systems.
@NullMarked
package io.jikim.retention.systems.adapter.in.erasure;

import org.jspecify.annotations.NullMarked;
