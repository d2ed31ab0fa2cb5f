/// Time and ids, which come in from outside.
@NullMarked
package io.jikim.platform.time;

import org.jspecify.annotations.NullMarked;
