package io.jikim.identity.people.application.port;

import io.jikim.identity.people.domain.SubjectRef;

/// Fresh random refs that tell nothing, not even when a person came.
public interface SubjectRefs {

    SubjectRef next();
}
