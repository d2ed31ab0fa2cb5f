/// What the rules refuse.
@NullMarked
package io.jikim.testkit.architecture.bad.util;

import org.jspecify.annotations.NullMarked;
