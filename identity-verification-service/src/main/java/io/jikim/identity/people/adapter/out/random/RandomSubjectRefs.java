package io.jikim.identity.people.adapter.out.random;

import io.jikim.identity.people.application.port.SubjectRefs;
import io.jikim.identity.people.domain.SubjectRef;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/// Refs from the strong random source, UUID version 4: unlike version 7 they hold no time.
@ApplicationScoped
class RandomSubjectRefs implements SubjectRefs {

    @Override
    public SubjectRef next() {
        return new SubjectRef(UUID.randomUUID());
    }
}
