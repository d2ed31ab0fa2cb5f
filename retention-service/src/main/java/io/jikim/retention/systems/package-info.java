/// Operator databases that are connected by a mapping file, and erased in without code.
@NullMarked
package io.jikim.retention.systems;

import org.jspecify.annotations.NullMarked;
