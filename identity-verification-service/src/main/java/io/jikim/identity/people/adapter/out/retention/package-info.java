/// retention-service, as far as this service writes to it.
@NullMarked
package io.jikim.identity.people.adapter.out.retention;

import org.jspecify.annotations.NullMarked;
