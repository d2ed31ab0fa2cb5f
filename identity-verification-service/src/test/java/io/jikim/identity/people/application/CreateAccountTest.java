package io.jikim.identity.people.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.jikim.identity.people.application.port.AccountTasks;
import io.jikim.identity.people.application.port.LoginAccounts;
import io.jikim.identity.people.domain.SubjectRef;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CreateAccountTest {

    private static final SubjectRef ADA = new SubjectRef(new UUID(4, 1));

    private final Set<SubjectRef> owed = new HashSet<>(Set.of(ADA));
    private final Set<SubjectRef> accounts = new HashSet<>();
    private boolean away;
    private boolean leavesMeanwhile;
    private boolean goesAwayMeanwhile;
    private boolean left;

    private final CreateAccount createAccount =
            new CreateAccount(new AccountLedger(new Owed(), () -> Instant.EPOCH), new Provider());

    @Test
    void creates_what_is_owed_and_owes_it_no_more() {
        assertThat(createAccount.create(ADA)).isEmpty();

        assertThat(accounts).containsExactly(ADA);
        assertThat(owed).isEmpty();
    }

    @Test
    void keeps_owing_while_the_provider_is_away() {
        away = true;

        assertThat(createAccount.create(ADA)).isPresent();
        assertThat(owed).containsExactly(ADA);
    }

    @Test
    void leaves_no_account_of_somebody_who_left_meanwhile() {
        leavesMeanwhile = true;

        createAccount.create(ADA);

        assertThat(accounts).isEmpty();
    }

    @Test
    void owes_the_deletion_while_the_provider_is_away() {
        leavesMeanwhile = true;
        goesAwayMeanwhile = true;

        assertThat(createAccount.create(ADA)).isPresent();
        assertThat(owed).containsExactly(ADA);

        away = false;
        assertThat(createAccount.create(ADA)).isEmpty();
        assertThat(accounts).isEmpty();
        assertThat(owed).isEmpty();
    }

    private final class Owed implements AccountTasks {
        @Override
        public void add(SubjectRef ref, Instant at) {
            owed.add(ref);
        }

        @Override
        public boolean pending(SubjectRef ref) {
            return owed.contains(ref) && !left;
        }

        @Override
        public void done(SubjectRef ref) {
            owed.remove(ref);
        }

        @Override
        public void failed(SubjectRef ref, Instant at) {}
    }

    private final class Provider implements LoginAccounts {
        @Override
        public void create(SubjectRef ref) {
            if (away) {
                throw new ProviderAway("away");
            }
            accounts.add(ref);
            left = leavesMeanwhile;
            away = goesAwayMeanwhile;
        }

        @Override
        public int block(SubjectRef ref) {
            return accounts.contains(ref) ? 1 : 0;
        }

        @Override
        public int delete(SubjectRef ref) {
            if (away) {
                throw new ProviderAway("away");
            }
            return accounts.remove(ref) ? 1 : 0;
        }
    }
}
