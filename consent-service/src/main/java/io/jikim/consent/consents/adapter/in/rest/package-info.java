/// Consents over REST.
@NullMarked
package io.jikim.consent.consents.adapter.in.rest;

import org.jspecify.annotations.NullMarked;
