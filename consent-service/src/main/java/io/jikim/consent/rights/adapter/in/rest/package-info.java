/// Rights requests over REST.
@NullMarked
package io.jikim.consent.rights.adapter.in.rest;

import org.jspecify.annotations.NullMarked;
