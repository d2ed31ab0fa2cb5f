/// The keys of people.
@NullMarked
package io.jikim.identity.people.adapter.out.crypto;

import org.jspecify.annotations.NullMarked;
