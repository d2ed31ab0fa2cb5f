/// What is looked at before a service starts.
@NullMarked
package io.jikim.platform.boot;

import org.jspecify.annotations.NullMarked;
