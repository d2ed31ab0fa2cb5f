/// What the archive's use cases need from the outside.
@NullMarked
package io.jikim.retention.archive.application.port;

import org.jspecify.annotations.NullMarked;
