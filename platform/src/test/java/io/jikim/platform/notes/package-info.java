/// A small service that keeps sealed notes about people, so that the ground is tested as it is
/// used.
@NullMarked
package io.jikim.platform.notes;

import org.jspecify.annotations.NullMarked;
