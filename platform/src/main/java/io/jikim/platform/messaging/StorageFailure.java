package io.jikim.platform.messaging;

import java.sql.SQLException;

/// The database did not do what messaging asked of it.
public class StorageFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StorageFailure(SQLException cause) {
        super(cause);
    }
}
