/// What the rules let pass.
@NullMarked
package io.jikim.testkit.architecture.good.application;

import org.jspecify.annotations.NullMarked;
