/// Plain statements where SQL is the point.
@NullMarked
package io.jikim.platform.sql;

import org.jspecify.annotations.NullMarked;
