/// Consents: who has said yes or no to which purpose, against which text, and what follows from it.
@NullMarked
package io.jikim.consent.consents.domain;

import org.jspecify.annotations.NullMarked;
