package io.jikim.journeys;

import io.jikim.examples.ompass.Marker;
import java.util.UUID;

/// A fresh tenant with its people, its own databases and one person to follow: two runs on one
/// stack never meet.
public final class Cast {

    final String tenant;
    final Marker marker;
    final OperatorDatabases databases;
    final Realm realm;
    private final Stage stage;
    private final String tag;

    Cast(Stage stage) {
        this.stage = stage;
        tag = UUID.randomUUID().toString().replace("-", "").substring(0, 8);
        tenant = "demo-" + tag;
        marker = Marker.tagged(tag);
        databases = new OperatorDatabases(stage, tag);
        realm = new Realm(stage);
    }

    public String tenant() {
        return tenant;
    }

    public OperatorDatabases databases() {
        return databases;
    }

    /// Makes the accounts of the tenant's staff at the identity provider.
    void prepareAccounts() {
        for (var person : Person.values()) {
            realm.addPerson(name(person), person.ofTheInstallation() ? "" : tenant, person.role);
        }
    }

    /// Who works for the operator, each with one role.
    public enum Person {
        ADMIN("TENANT_ADMIN"),
        STAFF("STAFF"),
        OFFICER("PRIVACY_OFFICER"),
        CUSTODIAN("HOLD_CUSTODIAN"),
        AUDITOR("AUDITOR"),
        OPERATOR("PLATFORM_OPERATOR"),
        SECOND_OPERATOR("PLATFORM_OPERATOR");

        private final String role;

        Person(String role) {
            this.role = role;
        }

        /// Such an account names no tenant, or it would be of that tenant alone.
        boolean ofTheInstallation() {
            return role.equals("PLATFORM_OPERATOR");
        }
    }

    public Api consent(Person person) {
        return as(person, "JIKIM_CONSENT_URL");
    }

    public Api identity(Person person) {
        return as(person, "JIKIM_IDENTITY_URL");
    }

    public Api retention(Person person) {
        return as(person, "JIKIM_RETENTION_URL");
    }

    public Api audit(Person person) {
        return as(person, "JIKIM_AUDIT_URL");
    }

    /// @param service the setting that says where it is, such as `JIKIM_CONSENT_URL`
    public Api as(Person person, String service) {
        return new Api(stage.uri(service), () -> realm.tokenOf(name(person)));
    }

    String name(Person person) {
        return person.name().toLowerCase(java.util.Locale.ROOT) + "-" + tag;
    }
}
