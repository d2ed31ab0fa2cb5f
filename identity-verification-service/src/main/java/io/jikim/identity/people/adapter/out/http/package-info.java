/// Requests to other systems, as this service.
@NullMarked
package io.jikim.identity.people.adapter.out.http;

import org.jspecify.annotations.NullMarked;
