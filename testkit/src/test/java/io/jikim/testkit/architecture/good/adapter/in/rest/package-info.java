/// What the rules let pass.
@NullMarked
package io.jikim.testkit.architecture.good.adapter.in.rest;

import org.jspecify.annotations.NullMarked;
