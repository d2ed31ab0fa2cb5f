/// What happens to connected systems without anybody asking.
@NullMarked
package io.jikim.retention.systems.adapter.in.schedule;

import org.jspecify.annotations.NullMarked;
