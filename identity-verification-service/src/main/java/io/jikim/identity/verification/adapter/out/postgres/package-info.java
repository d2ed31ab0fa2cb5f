/// Verifications and their mails in PostgreSQL.
@NullMarked
package io.jikim.identity.verification.adapter.out.postgres;

import org.jspecify.annotations.NullMarked;
