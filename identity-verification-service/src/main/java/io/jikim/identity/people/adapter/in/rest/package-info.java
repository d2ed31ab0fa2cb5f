/// People over REST.
@NullMarked
package io.jikim.identity.people.adapter.in.rest;

import org.jspecify.annotations.NullMarked;
