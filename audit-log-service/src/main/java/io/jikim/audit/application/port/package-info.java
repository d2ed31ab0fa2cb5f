/// What the log needs from around it.
@NullMarked
package io.jikim.audit.application.port;

import org.jspecify.annotations.NullMarked;
