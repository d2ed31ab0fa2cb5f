/// What the use cases of rights need from outside.
@NullMarked
package io.jikim.consent.rights.application.port;

import org.jspecify.annotations.NullMarked;
