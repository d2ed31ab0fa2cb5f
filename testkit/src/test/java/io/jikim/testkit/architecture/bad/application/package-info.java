/// What the rules refuse.
@NullMarked
package io.jikim.testkit.architecture.bad.application;

import org.jspecify.annotations.NullMarked;
