package io.jikim.consent;

import static org.assertj.core.api.Assertions.assertThat;

import io.jikim.testkit.stack.LocalStack;
import io.jikim.testkit.stack.MigrationHistory;
import org.junit.jupiter.api.Test;

@Service
class MigrationHistoryTest {

    @Test
    void no_account_but_the_owner_writes_which_migrations_ran() {
        var stack = LocalStack.shared();

        assertThat(MigrationHistory.writers(stack.superuserUrl("consent"))).isEmpty();
        assertThat(MigrationHistory.writers(stack.keysSuperuserUrl())).isEmpty();
    }
}
