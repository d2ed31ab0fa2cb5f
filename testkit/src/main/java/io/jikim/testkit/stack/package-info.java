/// A real PostgreSQL, a real Kafka broker and a real SMTP server for the tests of one module.
@NullMarked
package io.jikim.testkit.stack;

import org.jspecify.annotations.NullMarked;
