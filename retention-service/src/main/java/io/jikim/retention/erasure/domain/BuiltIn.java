package io.jikim.retention.erasure.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// The participants that every case has.
public final class BuiltIn {
    private static final ParticipantName CONSENT = new ParticipantName("consent-service");
    private static final ParticipantName IDENTITY =
            new ParticipantName("identity-verification-service");
    private static final ParticipantName AUDIT = new ParticipantName("audit-log-service");
    private static final ParticipantName LOGIN = new ParticipantName("identity-provider");

    private static final Map<ParticipantName, Set<String>> OWN =
            Map.of(
                    CONSENT, Set.of("contract-records", "profile"),
                    LOGIN, Set.of("login-account"),
                    AUDIT, Set.of("access-records"));

    private static final Set<String> RESERVED =
            Set.of("retention-service", "archive", "certificate", "log", "system", "participant");

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

    /// Categories of records that our own services keep though no policy names them.
    public static Set<Category> categories() {
        return OWN.values().stream()
                .flatMap(Set::stream)
                .map(Category::new)
                .collect(Collectors.toSet());
    }

    /// Names under which nobody registers: they would read as a part of the installation on a
    /// certificate, or as a connected system.
    public static boolean reserves(ParticipantName name) {
        return knows(name)
                || SystemName.of(name).isPresent()
                || RESERVED.contains(name.code())
                || name.code().startsWith("jikim");
    }

    /// Whether this is one of its own records, which it may keep under its own law or erase though
    /// no order names them. Identity holds items of every category that any policy ever had.
    static boolean speaksFor(ParticipantName name, Category category) {
        return name.equals(IDENTITY) || OWN.getOrDefault(name, Set.of()).contains(category.code());
    }

    public static boolean knows(ParticipantName name) {
        return of(new Scope.Membership()).contains(name);
    }
}
