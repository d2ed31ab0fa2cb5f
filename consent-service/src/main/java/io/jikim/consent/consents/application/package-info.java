/// What can be done about consents and memberships: one class per use case.
@NullMarked
package io.jikim.consent.consents.application;

import org.jspecify.annotations.NullMarked;
