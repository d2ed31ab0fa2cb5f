package io.jikim.consent.consents.application;

/// An answer that cannot be taken as things stand.
public class CannotAnswer extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    public CannotAnswer(Reason reason) {
        super(reason.detail);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    /// Why not, in a sentence for the caller.
    public enum Reason {
        NO_POLICY("No policy is published."),
        NO_SUCH_PURPOSE("The published policy names no such purpose for this kind of person."),
        CONSENT_NOT_NEEDED("This purpose does not rest on consent."),
        NOTICE_NOT_CURRENT("The notice with this digest is not the one in force."),
        MEMBERSHIP_TERMINATED("The service has been ended by this person."),
        ERASURE_IN_PROGRESS("An erasure of this person's data is going on."),
        ALREADY_GIVEN("Consent has been given: withdraw it."),
        NOTHING_GIVEN("There is no consent to take back.");

        private final String detail;

        Reason(String detail) {
            this.detail = detail;
        }
    }
}
