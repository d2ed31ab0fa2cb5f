/// What the rules let pass.
@NullMarked
package io.jikim.testkit.architecture.good.application.port;

import org.jspecify.annotations.NullMarked;
