package io.jikim.retention.erasure.domain;

import java.util.ArrayList;
import java.util.List;

/// The participants that every case has.
public final class BuiltIn {
    private static final ParticipantName CONSENT = new ParticipantName("consent-service");
    private static final ParticipantName IDENTITY =
            new ParticipantName("identity-verification-service");
    private static final ParticipantName AUDIT = new ParticipantName("audit-log-service");
    private static final ParticipantName LOGIN = new ParticipantName("identity-provider");

    private BuiltIn() {}

    /// The login account takes part only when the person leaves.
    public static List<ParticipantName> of(Scope scope) {
        var names = new ArrayList<>(List.of(CONSENT, IDENTITY));
        switch (scope) {
            case Scope.Membership _ -> names.add(LOGIN);
            case Scope.Purpose _ -> {}
        }
        names.add(AUDIT);
        return names;
    }

    public static boolean knows(ParticipantName name) {
        return of(new Scope.Membership()).contains(name);
    }
}
