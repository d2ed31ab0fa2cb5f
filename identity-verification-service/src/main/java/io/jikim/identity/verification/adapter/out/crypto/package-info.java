/// Codes that nobody stores.
@NullMarked
package io.jikim.identity.verification.adapter.out.crypto;

import org.jspecify.annotations.NullMarked;
