/// The result notice by mail.
@NullMarked
package io.jikim.retention.erasure.adapter.out.smtp;

import org.jspecify.annotations.NullMarked;
