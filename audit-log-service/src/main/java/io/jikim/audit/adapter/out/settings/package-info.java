/// What the operator has set.
@NullMarked
package io.jikim.audit.adapter.out.settings;

import org.jspecify.annotations.NullMarked;
