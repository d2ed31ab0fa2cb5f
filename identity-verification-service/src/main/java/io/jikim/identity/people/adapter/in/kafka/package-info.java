/// What others tell this service about policies and erasures.
@NullMarked
package io.jikim.identity.people.adapter.in.kafka;

import org.jspecify.annotations.NullMarked;
