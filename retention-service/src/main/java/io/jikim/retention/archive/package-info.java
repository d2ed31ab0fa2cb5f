/// What a law keeps after its purpose has ended: a database apart, and its destruction.
@NullMarked
package io.jikim.retention.archive;

import org.jspecify.annotations.NullMarked;
