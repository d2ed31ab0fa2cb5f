/// Keys, seals and signatures, tested.
@NullMarked
package io.jikim.platform.crypto;

import org.jspecify.annotations.NullMarked;
