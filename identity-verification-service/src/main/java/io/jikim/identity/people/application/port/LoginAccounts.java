package io.jikim.identity.people.application.port;

import io.jikim.identity.people.domain.SubjectRef;

/// The accounts at the identity provider, named by `subjectRef` and nothing else; each method may
/// be repeated.
public interface LoginAccounts {

    /// @throws ProviderAway if the identity provider cannot be asked
    void create(SubjectRef ref);

    /// Ends the sessions and lets nobody log in any more.
    ///
    /// @return how many accounts there were
    int block(SubjectRef ref);

    /// Ends the sessions, deletes the account and looks for it again.
    ///
    /// @return how many accounts were deleted
    int delete(SubjectRef ref);

    /// The identity provider is away, or will not do what it is asked; try again later.
    class ProviderAway extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public ProviderAway(String message) {
            super(message);
        }

        public ProviderAway(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
