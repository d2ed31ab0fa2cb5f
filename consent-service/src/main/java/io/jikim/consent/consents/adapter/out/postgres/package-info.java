/// Consents, memberships and freezes in PostgreSQL.
@NullMarked
package io.jikim.consent.consents.adapter.out.postgres;

import org.jspecify.annotations.NullMarked;
