/// What the use cases need from the outside: stores, connected systems, the archive, keys, mail,
/// the log.
@NullMarked
package io.jikim.retention.erasure.application.port;

import org.jspecify.annotations.NullMarked;
