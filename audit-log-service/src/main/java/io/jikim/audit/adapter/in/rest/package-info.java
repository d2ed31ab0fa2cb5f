/// What the log answers over HTTP.
@NullMarked
package io.jikim.audit.adapter.in.rest;

import org.jspecify.annotations.NullMarked;
