/// What is owed, for those who run the service.
@NullMarked
package io.jikim.identity.people.adapter.in.health;

import org.jspecify.annotations.NullMarked;
