/// Tests of the use cases about people, on fakes.
@NullMarked
package io.jikim.identity.people.application;

import org.jspecify.annotations.NullMarked;
