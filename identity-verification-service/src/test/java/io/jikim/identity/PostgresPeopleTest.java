package io.jikim.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.jikim.identity.people.application.port.People;
import io.jikim.identity.people.application.port.Profiles;
import io.jikim.platform.access.Tenant;
import io.jikim.platform.access.TenantScope;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Neighbours.class)
class PostgresPeopleTest extends PeopleContract {

    private final Tenant tenant = new Tenant("p-" + UUID.randomUUID().toString().substring(0, 8));

    @Inject People people;
    @Inject Profiles profiles;

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
}
