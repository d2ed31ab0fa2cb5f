/// The archive over REST.
@NullMarked
package io.jikim.retention.archive.adapter.in.rest;

import org.jspecify.annotations.NullMarked;
