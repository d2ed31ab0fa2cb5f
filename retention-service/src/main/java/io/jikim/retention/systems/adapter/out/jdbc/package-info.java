/// Operator databases over JDBC: names quoted, values as parameters, everything set-based.
@NullMarked
package io.jikim.retention.systems.adapter.out.jdbc;

import org.jspecify.annotations.NullMarked;
