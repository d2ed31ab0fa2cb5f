package io.jikim.verifier;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/// A file read line by line, or byte by byte, in bounded memory.
final class Lines {
    private static final int LONGEST = 4 << 20;

    private final String name;
    private final InputStream in;
    private int number;

    Lines(String name, InputStream in) {
        this.name = name;
        this.in = new BufferedInputStream(in, 1 << 16);
    }

    /// The next line without its end, empty behind the last.
    ///
    /// @throws Malformed for one without an end: the file was cut off
    Optional<byte[]> next() throws Malformed {
        number++;
        var line = new ByteArrayOutputStream();
        try {
            for (int b = in.read(); b != '\n'; b = in.read()) {
                if (b < 0 && line.size() == 0) {
                    return Optional.empty();
                }
                if (b < 0 || line.size() >= LONGEST) {
                    throw new Malformed(
                            here() + (b < 0 ? ": is cut off" : ": is longer than any record"));
                }
                line.write(b);
            }
        } catch (IOException e) {
            throw new Malformed(here() + ": cannot be read");
        }
        return Optional.of(line.toByteArray());
    }

    /// As many bytes as there are, `length` at most.
    byte[] next(int length) throws Malformed {
        number++;
        try {
            return in.readNBytes(length);
        } catch (IOException e) {
            throw new Malformed(here() + ": cannot be read");
        }
    }

    boolean isAtEnd() throws Malformed {
        return next(1).length == 0;
    }

    /// The line, or the record, that was read last.
    String here() {
        return name + ", line " + number;
    }

    String name() {
        return name;
    }
}
