/// What can be done about rights requests: one class per use case.
@NullMarked
package io.jikim.consent.rights.application;

import org.jspecify.annotations.NullMarked;
