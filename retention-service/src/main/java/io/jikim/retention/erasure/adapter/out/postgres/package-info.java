/// Cases, holds, participants, certificates and clocks in PostgreSQL, with their facts in the
/// outbox.
@NullMarked
package io.jikim.retention.erasure.adapter.out.postgres;

import org.jspecify.annotations.NullMarked;
