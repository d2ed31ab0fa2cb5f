/// What the services tell each other: one record per fact, its JSON Schema and golden samples
/// beside it.
@NullMarked
package io.jikim.contracts;

import org.jspecify.annotations.NullMarked;
