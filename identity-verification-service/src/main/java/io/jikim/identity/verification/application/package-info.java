/// What can be done with verifications: one class per use case.
@NullMarked
package io.jikim.identity.verification.application;

import org.jspecify.annotations.NullMarked;
