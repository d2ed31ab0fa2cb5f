/// The log's key, and chance.
@NullMarked
package io.jikim.audit.adapter.out.crypto;

import org.jspecify.annotations.NullMarked;
