package io.jikim.consent.consents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jikim.consent.Service;
import io.jikim.consent.consents.application.port.Consents;
import io.jikim.consent.consents.application.port.Freezes;
import io.jikim.consent.consents.application.port.Memberships;
import io.jikim.platform.access.CurrentTenant;
import io.jikim.platform.access.Tenant;
import io.jikim.testkit.stack.LocalStack;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@Service
class PostgresConsentsTest extends ConsentsContract {

    @Inject Consents consents;
    @Inject Memberships memberships;
    @Inject Freezes freezes;
    @Inject CurrentTenant tenant;
    @Inject EntityManager database;

    @BeforeEach
    void work_for_a_tenant() {
        tenant.set(new Tenant("contract"));
    }

    @Test
    void a_consent_can_be_changed_by_no_statement_of_this_service() {
        assertThatThrownBy(() ->
                        inTransaction(() ->
                                database.createNativeQuery("update consent set purpose = 'x'")
                                        .executeUpdate()))
                .hasStackTraceContaining("permission denied");
    }

    @Test
    void the_rows_of_another_tenant_do_not_exist() throws SQLException {
        a_membership_is_learnt_once_and_ends();

        assertThat(seenAs("contract")).isEqualTo(1);
        assertThat(seenAs("contract-other")).isZero();
        assertThat(seenAs("")).isZero();
    }

    /// What the service's own role sees of this person while it works for a tenant.
    private int seenAs(String tenantCode) throws SQLException {
        var settings = LocalStack.shared().environment("consent-service");
        var sql = "select count(*) from membership where subject_ref = ?";
        try (var connection =
                        DriverManager.getConnection(
                                settings.get("JIKIM_DB_URL"),
                                "consent_app",
                                settings.get("JIKIM_DB_PASSWORD"));
                var tenancy =
                        connection.prepareStatement("select set_config('jikim.tenant', ?, false)");
                var count = connection.prepareStatement(sql)) {
            tenancy.setString(1, tenantCode);
            tenancy.execute();
            count.setObject(1, subject.value());
            try (var rows = count.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        }
    }

    @Override
    protected Consents consents() {
        return consents;
    }

    @Override
    protected Memberships memberships() {
        return memberships;
    }

    @Override
    protected Freezes freezes() {
        return freezes;
    }

    @Override
    protected <T> T inTransaction(Supplier<T> work) {
        return QuarkusTransaction.requiringNew().call(work::get);
    }
}
