/// Certificates as canonical JSON, signed.
@NullMarked
package io.jikim.retention.erasure.adapter.out.certificate;

import org.jspecify.annotations.NullMarked;
