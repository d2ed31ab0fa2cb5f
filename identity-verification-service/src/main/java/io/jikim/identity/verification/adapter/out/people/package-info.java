/// The people of this service, as far as mail to them goes.
@NullMarked
package io.jikim.identity.verification.adapter.out.people;

import org.jspecify.annotations.NullMarked;
