/// What the service says about its own state.
@NullMarked
package io.jikim.audit.adapter.in.health;

import org.jspecify.annotations.NullMarked;
