/// What the rules let pass.
@NullMarked
package io.jikim.testkit.architecture.good.domain;

import org.jspecify.annotations.NullMarked;
