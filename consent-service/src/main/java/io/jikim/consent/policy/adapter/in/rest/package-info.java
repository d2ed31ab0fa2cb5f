/// Policies over REST, and the page that people read.
@NullMarked
package io.jikim.consent.policy.adapter.in.rest;

import org.jspecify.annotations.NullMarked;
