package io.jikim.platform.edge;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// An operation without a login of which an honest client needs very many in a row, each small: it
/// has a budget of its own (`jikim.rate.bulk`), and leaves that of the others alone.
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface InBulk {}
