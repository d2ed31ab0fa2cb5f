package io.jikim.journeys.stack;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/// PostgreSQL's frontend/backend protocol 3: a type, a length, a body; only what is said before the
/// session begins has no type. Statements that were prepared earlier are executed by name, so the
/// names are remembered.
final class PostgresDialect implements Dialect {

    private static final int ENCRYPT_TLS = 80877103;
    private static final int ENCRYPT_GSS = 80877104;

    /// A refused wish for encryption is answered by one byte, which no type and length follow.
    private static final class Greeting {
        volatile boolean oneByteIsDue;
    }

    private final Map<Long, Greeting> greetings = new ConcurrentHashMap<>();

    @Override
    public Hearing client(long connection) {
        var greeting = greetings.computeIfAbsent(connection, _ -> new Greeting());
        return new Client(connection, greeting);
    }

    @Override
    public Hearing server(long connection) {
        var greeting = greetings.computeIfAbsent(connection, _ -> new Greeting());
        return (from, heard) -> {
            byte first = from.readByte();
            if (greeting.oneByteIsDue) {
                greeting.oneByteIsDue = false;
                return new byte[] {first};
            }
            var message = typed(first, from);
            if (message[0] == 'C') {
                heard.accept(new Said.Completed(connection, text(message, 5)));
            }
            return message;
        };
    }

    private static final class Client implements Hearing {
        private final long connection;
        private final Greeting greeting;
        private final Map<String, String> prepared = new HashMap<>();
        private boolean inSession;

        Client(long connection, Greeting greeting) {
            this.connection = connection;
            this.greeting = greeting;
        }

        @Override
        public byte[] next(DataInputStream from, Consumer<Said> heard) throws IOException {
            if (!inSession) {
                return greet(from);
            }
            var message = typed(from.readByte(), from);
            switch (message[0]) {
                case 'P' -> {
                    var name = text(message, 5);
                    prepared.put(name, text(message, 5 + name.getBytes(UTF_8).length + 1));
                }
                case 'B' -> {
                    var portal = text(message, 5);
                    var name = text(message, 5 + portal.getBytes(UTF_8).length + 1);
                    heard.accept(
                            new Said.Statement(
                                    connection,
                                    prepared.getOrDefault(name, ""),
                                    new String(message, ISO_8859_1)));
                }
                case 'Q' -> heard.accept(new Said.Statement(connection, text(message, 5), ""));
                default -> {
                    // nothing that a fault waits for
                }
            }
            return message;
        }

        private byte[] greet(DataInputStream from) throws IOException {
            int length = from.readInt();
            var message = ByteBuffer.allocate(length).putInt(length).array();
            from.readFully(message, 4, length - 4);
            int code = ByteBuffer.wrap(message).getInt(4);
            if (code == ENCRYPT_TLS || code == ENCRYPT_GSS) {
                greeting.oneByteIsDue = true;
            } else {
                inSession = true;
            }
            return message;
        }
    }

    private static byte[] typed(byte type, DataInputStream from) throws IOException {
        int length = from.readInt();
        var message = ByteBuffer.allocate(1 + length).put(type).putInt(length).array();
        from.readFully(message, 5, length - 4);
        return message;
    }

    private static String text(byte[] message, int from) {
        int end = from;
        while (message[end] != 0) {
            end++;
        }
        return new String(message, from, end - from, UTF_8);
    }
}
