/// People in PostgreSQL.
@NullMarked
package io.jikim.identity.people.adapter.out.postgres;

import org.jspecify.annotations.NullMarked;
