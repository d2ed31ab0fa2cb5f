/// Witnesses of the log, asked over HTTP.
@NullMarked
package io.jikim.audit.adapter.out.witness;

import org.jspecify.annotations.NullMarked;
