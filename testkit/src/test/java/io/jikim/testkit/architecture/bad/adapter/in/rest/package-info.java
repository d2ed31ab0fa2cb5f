/// What the rules refuse.
@NullMarked
package io.jikim.testkit.architecture.bad.adapter.in.rest;

import org.jspecify.annotations.NullMarked;
