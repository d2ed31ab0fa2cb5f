/// What those who keep the installation running see of connected systems.
@NullMarked
package io.jikim.retention.systems.adapter.in.health;

import org.jspecify.annotations.NullMarked;
