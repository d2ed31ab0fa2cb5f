package io.jikim.journeys.stack;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;

/// Kafka's protocol: a length and a body, which a request begins with the number of its kind.
final class KafkaDialect implements Dialect {

    @Override
    public Hearing client(long connection) {
        return (from, heard) -> {
            var message = sized(from);
            heard.accept(
                    new Said.Request(
                            connection,
                            ByteBuffer.wrap(message).getShort(4),
                            new String(message, ISO_8859_1)));
            return message;
        };
    }

    @Override
    public Hearing server(long connection) {
        return (from, _) -> sized(from);
    }

    private static byte[] sized(DataInputStream from) throws IOException {
        int length = from.readInt();
        var message = ByteBuffer.allocate(4 + length).putInt(length).array();
        from.readFully(message, 4, length);
        return message;
    }
}
