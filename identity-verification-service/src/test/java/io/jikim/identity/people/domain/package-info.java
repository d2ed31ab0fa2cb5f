/// Tests of the rules about people.
@NullMarked
package io.jikim.identity.people.domain;

import org.jspecify.annotations.NullMarked;
