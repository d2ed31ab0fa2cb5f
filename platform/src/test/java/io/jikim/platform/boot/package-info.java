@NullMarked
package io.jikim.platform.boot;

import org.jspecify.annotations.NullMarked;
