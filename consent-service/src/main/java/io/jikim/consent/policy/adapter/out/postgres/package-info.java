/// Policy versions in PostgreSQL.
@NullMarked
package io.jikim.consent.policy.adapter.out.postgres;

import org.jspecify.annotations.NullMarked;
