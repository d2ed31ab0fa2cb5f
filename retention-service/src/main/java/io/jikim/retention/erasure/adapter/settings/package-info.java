/// Settings as values.
@NullMarked
package io.jikim.retention.erasure.adapter.settings;

import org.jspecify.annotations.NullMarked;
