/// Connected systems and their runs, as stored in the retention database.
@NullMarked
package io.jikim.retention.systems.adapter.out.postgres;

import org.jspecify.annotations.NullMarked;
