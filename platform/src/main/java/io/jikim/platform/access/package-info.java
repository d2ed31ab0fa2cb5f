/// Who asks, for which tenant, and what they may do.
@NullMarked
package io.jikim.platform.access;

import org.jspecify.annotations.NullMarked;
