/// Records of the archive as plain values.
@NullMarked
package io.jikim.retention.archive.domain;

import org.jspecify.annotations.NullMarked;
