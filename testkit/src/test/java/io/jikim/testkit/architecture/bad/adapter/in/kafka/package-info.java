/// What the rules refuse.
@NullMarked
package io.jikim.testkit.architecture.bad.adapter.in.kafka;

import org.jspecify.annotations.NullMarked;
