package io.jikim.audit.application.port;

/// The log in the database does not go on from what a witness has seen of it, or nobody has been
/// asked yet; nothing is appended until it does.
public class NotContinued extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NotContinued(String why) {
        super(why);
    }
}
