package io.jikim.retention.erasure.adapter.out.postgres;

import io.jikim.retention.erasure.domain.SubjectId;

/// The number under which PostgreSQL locks a subject: shared by those who order or destroy, alone
/// by those who place or release a hold. A subject has no row of its own in this database, so the
/// lock is an advisory one.
final class SubjectLock {
    private static final String KEY = "hashtextextended(%s || '/' || %s, 7)";

    private SubjectLock() {}

    static String call(String function, String tenant, String subject) {
        return "select " + function + "(" + KEY.formatted(tenant, subject) + ")";
    }

    static String text(SubjectId subject) {
        return subject.value().toString();
    }
}
