/// What the other services tell this one.
@NullMarked
package io.jikim.consent.consents.adapter.in.kafka;

import org.jspecify.annotations.NullMarked;
