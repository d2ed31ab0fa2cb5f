/// The archive database: inserts, reads and one destroy function.
@NullMarked
package io.jikim.retention.archive.adapter.out.postgres;

import org.jspecify.annotations.NullMarked;
