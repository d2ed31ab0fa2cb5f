/// What can be done with people: one class per use case.
@NullMarked
package io.jikim.identity.people.application;

import org.jspecify.annotations.NullMarked;
