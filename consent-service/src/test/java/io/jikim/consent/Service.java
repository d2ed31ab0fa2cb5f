package io.jikim.consent;

import io.jikim.testkit.stack.Stack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// A test against the whole service: PostgreSQL, Kafka and tokens are real, the archive is HTTP.
@QuarkusTest
@QuarkusTestResource(Stack.class)
@QuarkusTestResource(Archive.class)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Service {}
