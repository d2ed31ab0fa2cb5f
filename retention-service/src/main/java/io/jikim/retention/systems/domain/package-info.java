/// The mapping of an operator's database and what an order means for its tables, as plain values.
@NullMarked
package io.jikim.retention.systems.domain;

import org.jspecify.annotations.NullMarked;
