/// Keys of people, seals under them, and signatures of services.
@NullMarked
package io.jikim.platform.crypto;

import org.jspecify.annotations.NullMarked;
