/// Tests of the whole service.
@NullMarked
package io.jikim.identity;

import org.jspecify.annotations.NullMarked;
