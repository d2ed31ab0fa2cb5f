package io.jikim.platform.access;

import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The roles that a token can carry, and what each may do: the one table of permissions.
///
/// A permission is `service.resource:action` and stands in the `@PermissionsAllowed` of the
/// operation that needs it. Whoever has several roles acts in the one named first here.
public enum Role {
    /// Runs the installation; sees no personal data.
    PLATFORM_OPERATOR(
            "consent.policies:read",
            "retention.participants:read",
            "retention.systems:read",
            "retention.erasures:list",
            "retention.business-clock:move",
            "ops.parked:read",
            "ops.parked:retry",
            "ops.parked:skip",
            "ops.replays:read",
            "ops.replays:start",
            "ops.epochs:read",
            "ops.epochs:open",
            "ops.journal:read"),

    /// Answers for the tenant's policy and connected systems; reads no archive.
    TENANT_ADMIN(
            "consent.policies:read",
            "consent.policies:write",
            "consent.policies:publish",
            "consent.notices:read",
            "consent.consents:read",
            "consent.consents:write",
            "consent.decisions:read",
            "consent.memberships:terminate",
            "consent.rights:read",
            "consent.rights:write",
            "identity.people:list",
            "identity.people:read",
            "identity.people:register",
            "identity.people:correct",
            "identity.verifications:read",
            "identity.verifications:write",
            "retention.erasures:list",
            "retention.erasures:read",
            "retention.rules:read",
            "retention.participants:read",
            "retention.participants:write",
            "retention.participants:retire",
            "retention.systems:read",
            "retention.systems:write",
            "retention.holds:read",
            "retention.business-clock:move",
            "ops.parked:read"),

    /// Looks after the people of a part of the tenant.
    SUB_ADMIN(
            "consent.policies:read",
            "consent.notices:read",
            "consent.consents:read",
            "consent.consents:write",
            "consent.decisions:read",
            "identity.people:list",
            "identity.people:read",
            "identity.people:register",
            "identity.people:correct",
            "identity.verifications:read",
            "identity.verifications:write"),

    /// Serves people: reads profiles with a reason, registers, records what they consent to.
    STAFF(
            "consent.policies:read",
            "consent.notices:read",
            "consent.consents:read",
            "consent.consents:write",
            "consent.decisions:read",
            "consent.memberships:terminate",
            "consent.rights:read",
            "consent.rights:write",
            "identity.people:list",
            "identity.people:read",
            "identity.people:register",
            "identity.people:correct",
            "identity.verifications:read",
            "identity.verifications:write",
            "retention.erasures:list",
            "retention.erasures:read"),

    /// Answers for the law: rights, erasures, holds, and who looked at what; changes no grants.
    PRIVACY_OFFICER(
            "consent.policies:read",
            "consent.policies:publish",
            "consent.notices:read",
            "consent.consents:read",
            "consent.decisions:read",
            "consent.memberships:terminate",
            "consent.rights:read",
            "consent.rights:write",
            "identity.people:list",
            "identity.people:read",
            "identity.people:correct",
            "identity.verifications:read",
            "audit.access-records:read",
            "audit.exports:read",
            "audit.proofs:read",
            "retention.erasures:list",
            "retention.erasures:read",
            "retention.rules:read",
            "retention.participants:read",
            "retention.systems:read",
            "retention.archive:list",
            "retention.holds:read",
            "retention.holds:place",
            "retention.holds:release"),

    /// Looks and never touches.
    AUDITOR(
            "consent.policies:read",
            "audit.access-records:read",
            "audit.exports:read",
            "audit.proofs:read",
            "retention.erasures:list",
            "retention.erasures:read",
            "retention.rules:read",
            "retention.participants:read",
            "retention.systems:read",
            "retention.archive:list",
            "retention.holds:read",
            "ops.parked:read",
            "ops.journal:read"),

    /// Keeps what a dispute needs: holds and the archive, nothing that is live.
    HOLD_CUSTODIAN(
            "retention.erasures:read",
            "retention.rules:read",
            "retention.archive:list",
            "retention.archive:read",
            "retention.holds:read",
            "retention.holds:place",
            "retention.holds:release"),

    /// An internal service of the tenant that erases when it is told to.
    PARTICIPANT(
            "consent.policies:read",
            "consent.decisions:read",
            "retention.participants:read",
            "retention.participants:write",
            "retention.erasures:read",
            "retention.identifiers:read",
            "retention.archive:deposit"),

    /// A system outside of Jikim that tells who has looked at whose data in it; reads nothing.
    RECORDER("audit.access-records:append"),

    /// The person herself.
    DATA_SUBJECT("consent.policies:read", "consent.notices:read", "audit.own-access-records:read"),

    /// One of our own services, which names the tenant it works for.
    JIKIM_SERVICE(
            "consent.policies:read",
            "consent.consents:read",
            "consent.decisions:read",
            "audit.proofs:read",
            "retention.erasures:read",
            "retention.rules:read",
            "retention.identifiers:read",
            "retention.identifiers:deposit",
            "retention.archive:deposit");

    private final Set<String> permissions;

    Role(String... permissions) {
        this.permissions = Set.of(permissions);
    }

    public Set<String> permissions() {
        return permissions;
    }

    boolean isMachine() {
        return this == PARTICIPANT || this == RECORDER || this == JIKIM_SERVICE;
    }

    /// The role a caller acts in. @throws IllegalStateException where none of ours is among them
    static Role first(Collection<String> names) {
        return known(names)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The caller has no role"));
    }

    static Set<String> permissionsOf(Collection<String> names) {
        return known(names)
                .flatMap(role -> role.permissions.stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<Role> known(Collection<String> names) {
        return Arrays.stream(values()).filter(role -> names.contains(role.name()));
    }
}
