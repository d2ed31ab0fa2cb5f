/// Use cases of connected systems: register, look, erase, sweep.
@NullMarked
package io.jikim.retention.systems.application;

import org.jspecify.annotations.NullMarked;
