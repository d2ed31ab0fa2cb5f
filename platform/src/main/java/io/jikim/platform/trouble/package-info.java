/// What goes wrong again and again, and what the log says of it.
@NullMarked
package io.jikim.platform.trouble;

import org.jspecify.annotations.NullMarked;
