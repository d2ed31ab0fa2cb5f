/// Rights requests in PostgreSQL.
@NullMarked
package io.jikim.consent.rights.adapter.out.postgres;

import org.jspecify.annotations.NullMarked;
