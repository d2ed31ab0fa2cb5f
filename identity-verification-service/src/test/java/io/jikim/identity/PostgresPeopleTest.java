package io.jikim.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.jikim.identity.people.application.port.AccountTasks;
import io.jikim.identity.people.application.port.People;
import io.jikim.identity.people.application.port.Profiles;
import io.jikim.platform.access.Tenant;
import io.jikim.platform.access.TenantScope;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Neighbours.class)
class PostgresPeopleTest extends PeopleContract {

    private static final Instant LATER = Instant.parse("2100-01-01T00:00:00Z");

    private final Tenant tenant = new Tenant("p-" + UUID.randomUUID().toString().substring(0, 8));

    @Inject People people;
    @Inject Profiles profiles;
    @Inject AccountTasks accountTasks;

    @Override
    People people() {
        return people;
    }

    @Override
    Profiles profiles() {
        return profiles;
    }

    @Override
    <T> T inTransaction(Supplier<T> work) {
        return TenantScope.call(tenant, () -> QuarkusTransaction.requiringNew().call(work::get));
    }

    @Test
    void another_tenant_sees_nobody() {
        gives_back_what_was_added();

        var seen =
                TenantScope.call(
                        new Tenant("p-other"),
                        () ->
                                QuarkusTransaction.requiringNew()
                                        .call(() ->
                                                people.page(
                                                        Optional.empty(), Optional.empty(), 10)));
        assertThat(seen).isEmpty();
    }

    @Test
    void where_no_record_can_be_written_nothing_is_read() {
        gives_back_what_was_added();

        var records = Bus.told(tenant.code(), "access.recorded");
        assertThat(records).hasSize(1);
        assertThat(records.getFirst().path("resource").asText()).startsWith("people/");
    }

    @Test
    void a_login_account_stays_owed_when_its_person_is_erased() {
        var ref = add("x-1", Optional.empty());
        run(() -> accountTasks.add(ref, LATER));

        run(() -> people.erase(ref));

        assertThat(inTransaction(() -> accountTasks.pending(ref))).isFalse();
        assertThat(Desk.count("account_task", "ref = '" + ref.value() + "'")).isEqualTo(1);
        run(() -> accountTasks.done(ref));
    }
}
