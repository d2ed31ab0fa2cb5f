package io.jikim.benchmarks.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.UUID;

/// Rows as `COPY ... (format binary)` reads them.
final class BinaryRows {

    private static final byte[] SIGNATURE = {
        'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
    };
    // PostgreSQL counts time from the year 2000.
    private static final long EPOCH_SECONDS = 946_684_800L;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 20);
    private final DataOutputStream out = new DataOutputStream(bytes);

    BinaryRows() throws IOException {
        out.write(SIGNATURE);
    }

    BinaryRows row(int columns) throws IOException {
        out.writeShort(columns);
        return this;
    }

    BinaryRows int2(int value) throws IOException {
        out.writeInt(2);
        out.writeShort(value);
        return this;
    }

    BinaryRows int8(long value) throws IOException {
        out.writeInt(8);
        out.writeLong(value);
        return this;
    }

    BinaryRows uuid(UUID value) throws IOException {
        out.writeInt(16);
        out.writeLong(value.getMostSignificantBits());
        out.writeLong(value.getLeastSignificantBits());
        return this;
    }

    BinaryRows bytea(byte[] value) throws IOException {
        out.writeInt(value.length);
        out.write(value);
        return this;
    }

    BinaryRows text(String value) throws IOException {
        return bytea(value.getBytes(UTF_8));
    }

    BinaryRows timestamp(long epochMicros) throws IOException {
        return int8(epochMicros - EPOCH_SECONDS * 1_000_000);
    }

    /// All rows so far, and nothing after them.
    byte[] done() throws IOException {
        out.writeShort(-1);
        return bytes.toByteArray();
    }
}
