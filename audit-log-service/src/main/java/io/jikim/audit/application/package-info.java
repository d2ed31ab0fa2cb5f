/// What the log does for others: takes facts in, finds accesses, proves.
@NullMarked
package io.jikim.audit.application;

import org.jspecify.annotations.NullMarked;
