package io.jikim.journeys.stack;

/// What a wire heard before it passed it on.
public sealed interface Said {

    /// @param connection tells the connections of one wire apart
    long connection();

    /// A client is about to execute a statement.
    ///
    /// @param values the message that carries its values, one character a byte; not taken apart
    record Statement(long connection, String sql, String values) implements Said {}

    /// The server has executed a statement; `tag` is PostgreSQL's word for it, such as `COMMIT`.
    record Completed(long connection, String tag) implements Said {}

    /// A client asks the broker for something.
    ///
    /// @param api the number of the request's kind in Kafka's protocol, such as 0 for produce
    /// @param bytes the whole request, one character a byte
    record Request(long connection, int api, String bytes) implements Said {
        public static final int PRODUCE = 0;
    }
}
