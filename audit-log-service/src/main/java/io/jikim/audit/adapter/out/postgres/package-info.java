/// Where the log is kept.
@NullMarked
package io.jikim.audit.adapter.out.postgres;

import org.jspecify.annotations.NullMarked;
