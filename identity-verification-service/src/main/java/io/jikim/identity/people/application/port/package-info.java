/// What the use cases about people need from outside.
@NullMarked
package io.jikim.identity.people.application.port;

import org.jspecify.annotations.NullMarked;
