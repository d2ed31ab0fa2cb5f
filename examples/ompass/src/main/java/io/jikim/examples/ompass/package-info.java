/// The first tenant's own database: its shape, and people to fill it with.
@NullMarked
package io.jikim.examples.ompass;

import org.jspecify.annotations.NullMarked;
