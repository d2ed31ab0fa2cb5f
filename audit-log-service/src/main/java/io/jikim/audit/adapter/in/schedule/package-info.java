/// What happens by itself, again and again.
@NullMarked
package io.jikim.audit.adapter.in.schedule;

import org.jspecify.annotations.NullMarked;
