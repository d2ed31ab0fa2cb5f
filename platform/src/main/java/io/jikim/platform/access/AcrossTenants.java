package io.jikim.platform.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Marks a resource about the installation, not about one tenant: its operator needs no tenant
/// there.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface AcrossTenants {}
