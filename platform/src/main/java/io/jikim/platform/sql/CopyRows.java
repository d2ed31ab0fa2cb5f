package io.jikim.platform.sql;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.UUID;

/// Rows as `COPY ... from stdin (format binary)` reads them: `row`, then each of its columns.
public final class CopyRows {

    private static final byte[] SIGNATURE = {
        'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
    };
    // PostgreSQL counts time from there.
    private static final Instant Y2K = Instant.parse("2000-01-01T00:00:00Z");

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 16);
    private final DataOutputStream out = new DataOutputStream(bytes);

    public CopyRows() {
        bytes.writeBytes(SIGNATURE);
    }

    public CopyRows row(int columns) {
        return write(() -> out.writeShort(columns));
    }

    public CopyRows int2(int value) {
        return write(() -> {
            out.writeInt(Short.BYTES);
            out.writeShort(value);
        });
    }

    public CopyRows int4(int value) {
        return write(() -> {
            out.writeInt(Integer.BYTES);
            out.writeInt(value);
        });
    }

    public CopyRows int8(long value) {
        return write(() -> {
            out.writeInt(Long.BYTES);
            out.writeLong(value);
        });
    }

    public CopyRows uuid(UUID value) {
        return bytea(
                ByteBuffer.allocate(2 * Long.BYTES)
                        .putLong(value.getMostSignificantBits())
                        .putLong(value.getLeastSignificantBits())
                        .array());
    }

    public CopyRows text(String value) {
        return bytea(value.getBytes(UTF_8));
    }

    public CopyRows bytea(byte[] value) {
        return write(() -> {
            out.writeInt(value.length);
            out.write(value);
        });
    }

    /// A `timestamptz`, which has microseconds.
    public CopyRows timestamp(Instant value) {
        long seconds = value.getEpochSecond() - Y2K.getEpochSecond();
        return int8(seconds * 1_000_000 + value.getNano() / 1_000);
    }

    /// All rows so far, as they are sent.
    public InputStream sent() {
        return new SequenceInputStream(
                new ByteArrayInputStream(bytes.toByteArray()),
                new ByteArrayInputStream(new byte[] {-1, -1}));
    }

    @FunctionalInterface
    private interface Writing {
        void run() throws IOException;
    }

    private CopyRows write(Writing writing) {
        try {
            writing.run();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
    }
}
