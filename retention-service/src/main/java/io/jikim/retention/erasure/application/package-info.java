/// What can be done with erasure cases: one class per use case.
@NullMarked
package io.jikim.retention.erasure.application;

import org.jspecify.annotations.NullMarked;
