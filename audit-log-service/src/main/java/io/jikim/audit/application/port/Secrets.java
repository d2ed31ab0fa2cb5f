package io.jikim.audit.application.port;

import io.jikim.audit.domain.Secret;

/// Where the random bytes come from.
@FunctionalInterface
public interface Secrets {

    Secret next();
}
