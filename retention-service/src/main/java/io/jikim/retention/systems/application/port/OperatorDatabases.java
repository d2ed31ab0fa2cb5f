package io.jikim.retention.systems.application.port;

import io.jikim.retention.systems.domain.Login;
import io.jikim.retention.systems.domain.Mapping;

/// The databases of operators, reached over their own accounts.
public interface OperatorDatabases {
    /// Opens one connection with one transaction and reads what the schema looks like.
    ///
    /// @throws SystemUnreachable if the database cannot be reached, or refuses the account
    OperatorSession open(Login login, Mapping mapping);
}
