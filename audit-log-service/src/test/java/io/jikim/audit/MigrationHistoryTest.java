package io.jikim.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.jikim.testkit.stack.LocalStack;
import io.jikim.testkit.stack.MigrationHistory;
import io.jikim.testkit.stack.Stack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = Stack.class,
        initArgs = @ResourceArg(name = "service", value = "audit-log-service"))
class MigrationHistoryTest {

    @Test
    void no_account_but_the_owner_writes_which_migrations_ran() {
        var stack = LocalStack.shared();

        assertThat(MigrationHistory.writers(stack.superuserUrl("audit"))).isEmpty();
        assertThat(MigrationHistory.writers(stack.keysSuperuserUrl())).isEmpty();
    }
}
