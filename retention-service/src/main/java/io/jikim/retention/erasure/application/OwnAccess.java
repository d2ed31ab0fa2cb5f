package io.jikim.retention.erasure.application;

import io.jikim.platform.access.Access;
import io.jikim.platform.access.Actor;

/// How the service itself appears in the access records when a case makes it open identifiers.
final class OwnAccess {
    private static final Actor SERVICE = new Actor("retention-service", "JIKIM_SERVICE");

    private OwnAccess() {}

    static Access to(String action) {
        return new Access(SERVICE, action, "ERASURE", "internal");
    }
}
