/// Who may use which operation: the table written by hand, and what asks every operation.
@NullMarked
package io.jikim.testkit.access;

import org.jspecify.annotations.NullMarked;
