/// The people a tenant knows: who may give what, what is held, and what an erasure leaves.
@NullMarked
package io.jikim.identity.people.domain;

import org.jspecify.annotations.NullMarked;
