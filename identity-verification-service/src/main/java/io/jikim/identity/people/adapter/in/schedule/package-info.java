/// Work on people that is done without a request.
@NullMarked
package io.jikim.identity.people.adapter.in.schedule;

import org.jspecify.annotations.NullMarked;
