package io.jikim.journeys.stack;

import java.io.DataInputStream;
import java.io.IOException;
import java.util.function.Consumer;

/// How the messages of a protocol are told apart on one connection.
interface Dialect {

    /// A message as it came, and what it says; nothing where nobody is interested in it.
    interface Hearing {
        /// Reads one whole message and returns its bytes; tells what it heard before it returns.
        ///
        /// @throws java.io.EOFException at the end of the connection
        byte[] next(DataInputStream from, Consumer<Said> heard) throws IOException;
    }

    Hearing client(long connection);

    Hearing server(long connection);
}
