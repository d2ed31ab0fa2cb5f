/// Mail over SMTP.
@NullMarked
package io.jikim.identity.verification.adapter.out.smtp;

import org.jspecify.annotations.NullMarked;
