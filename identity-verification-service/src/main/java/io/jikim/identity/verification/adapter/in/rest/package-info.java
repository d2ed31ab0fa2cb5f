/// E-mail verification over REST.
@NullMarked
package io.jikim.identity.verification.adapter.in.rest;

import org.jspecify.annotations.NullMarked;
