/// What the rights context knows, as consents need it.
@NullMarked
package io.jikim.consent.consents.adapter.out.rights;

import org.jspecify.annotations.NullMarked;
