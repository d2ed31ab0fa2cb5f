/// What the rules refuse.
@NullMarked
package io.jikim.testkit.architecture.bad.application.port;

import org.jspecify.annotations.NullMarked;
