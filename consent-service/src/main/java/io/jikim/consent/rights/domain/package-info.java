/// Rights: what people ask for under PIPA Art. 35-37, until when it is owed, and what it blocks.
@NullMarked
package io.jikim.consent.rights.domain;

import org.jspecify.annotations.NullMarked;
