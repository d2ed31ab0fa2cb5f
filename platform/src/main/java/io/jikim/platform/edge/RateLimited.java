package io.jikim.platform.edge;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// An operation at which somebody may try their luck: each client address may call it only so often
/// (`jikim.rate.guarded`). Operations without a login are limited without being marked
/// (`jikim.rate.public`).
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface RateLimited {}
