/// The archive, asked over REST.
@NullMarked
package io.jikim.consent.consents.adapter.out.retention;

import org.jspecify.annotations.NullMarked;
