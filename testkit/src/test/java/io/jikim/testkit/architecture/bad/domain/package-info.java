/// What the rules refuse.
@NullMarked
package io.jikim.testkit.architecture.bad.domain;

import org.jspecify.annotations.NullMarked;
