/// The local stack: PostgreSQL, Kafka, Keycloak, a mailbox and Jikim's services, started from Maven
/// artifacts.
@NullMarked
package io.jikim.localstack;

import org.jspecify.annotations.NullMarked;
