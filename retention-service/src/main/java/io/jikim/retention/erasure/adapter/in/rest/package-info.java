/// Erasure cases, holds, participants and certificates over REST.
@NullMarked
package io.jikim.retention.erasure.adapter.in.rest;

import org.jspecify.annotations.NullMarked;
