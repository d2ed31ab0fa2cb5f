/// What the use cases of connected systems need from the outside.
@NullMarked
package io.jikim.retention.systems.application.port;

import org.jspecify.annotations.NullMarked;
