package io.jikim.retention.systems.application.port;

/// An operator's database is away, or does not do what it is asked; nothing was changed in it.
///
/// The message is a code such as `unreachable` or `sql-57014`: never an address, SQL or data.
public final class SystemUnreachable extends RuntimeException {
    private static final long serialVersionUID = 1;

    public SystemUnreachable(String code, Throwable cause) {
        super(code, cause);
    }
}
