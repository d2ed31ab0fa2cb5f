/// Use cases of the archive: deposit, list, read.
@NullMarked
package io.jikim.retention.archive.application;

import org.jspecify.annotations.NullMarked;
