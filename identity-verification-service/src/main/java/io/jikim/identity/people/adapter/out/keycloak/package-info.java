/// Login accounts at Keycloak, over its admin API.
@NullMarked
package io.jikim.identity.people.adapter.out.keycloak;

import org.jspecify.annotations.NullMarked;
