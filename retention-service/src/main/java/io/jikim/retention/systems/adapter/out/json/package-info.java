/// Mapping documents: their schema and how they are read.
@NullMarked
package io.jikim.retention.systems.adapter.out.json;

import org.jspecify.annotations.NullMarked;
