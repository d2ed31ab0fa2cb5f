/// The stories across services, told against packaged services and checked by looking.
@NullMarked
package io.jikim.journeys;

import org.jspecify.annotations.NullMarked;
