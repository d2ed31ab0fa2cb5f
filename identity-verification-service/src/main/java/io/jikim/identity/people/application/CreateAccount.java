package io.jikim.identity.people.application;

import io.jikim.identity.people.application.port.LoginAccounts;
import io.jikim.identity.people.application.port.LoginAccounts.ProviderAway;
import io.jikim.identity.people.domain.SubjectRef;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/// Use case: a registered person gets her login account.
@ApplicationScoped
public class CreateAccount {

    private final AccountLedger ledger;
    private final LoginAccounts accounts;

    public CreateAccount(AccountLedger ledger, LoginAccounts accounts) {
        this.ledger = ledger;
        this.accounts = accounts;
    }

    /// @return why it has to be tried again; empty where nothing is owed any more
    public Optional<ProviderAway> create(SubjectRef ref) {
        try {
            if (ledger.pending(ref)) {
                accounts.create(ref);
            }
            // she may have left while the provider was at work: an account nobody owns must not
            // stay, so the task stands until it is gone
            if (!ledger.pending(ref)) {
                accounts.delete(ref);
            }
            ledger.done(ref);
            return Optional.empty();
        } catch (ProviderAway e) {
            ledger.failed(ref);
            return Optional.of(e);
        }
    }
}
