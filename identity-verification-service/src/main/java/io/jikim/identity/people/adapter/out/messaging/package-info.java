/// What this service says on the topics of an erasure.
@NullMarked
package io.jikim.identity.people.adapter.out.messaging;

import org.jspecify.annotations.NullMarked;
