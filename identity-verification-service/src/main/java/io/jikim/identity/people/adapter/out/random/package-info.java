/// Chance.
@NullMarked
package io.jikim.identity.people.adapter.out.random;

import org.jspecify.annotations.NullMarked;
