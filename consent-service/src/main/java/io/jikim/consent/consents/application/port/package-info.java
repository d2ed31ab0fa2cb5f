/// What the use cases of consents need from outside.
@NullMarked
package io.jikim.consent.consents.application.port;

import org.jspecify.annotations.NullMarked;
