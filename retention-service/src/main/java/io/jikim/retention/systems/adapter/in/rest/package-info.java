/// Connected systems over REST.
@NullMarked
package io.jikim.retention.systems.adapter.in.rest;

import org.jspecify.annotations.NullMarked;
