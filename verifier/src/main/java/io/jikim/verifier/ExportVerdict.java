package io.jikim.verifier;

import java.math.BigInteger;
import java.util.Optional;

/// That every record of an export stands in the log as it is shown.
///
/// @param readable the file of records that says the same, where there is one
record ExportVerdict(ExportHead export, Optional<String> readable) {

    /// @throws DoesNotHold naming the first line that does not
    static ExportVerdict of(ExportFiles files, VerifierKey key) throws Malformed, DoesNotHold {
        var proof = files.proof();
        var export = ExportHead.read(proof, key);
        if (files.readable().isPresent()) {
            var readable = files.readable().get();
            readable.form().readHead(readable.lines());
        }
        var last = BigInteger.ONE.negate();
        for (long i = 0; i < export.count(); i++) {
            var record = read(proof, export);
            if (record.index().compareTo(last) <= 0) {
                throw new DoesNotHold(
                        proof.here() + ": entry " + record.index() + " is behind a later one");
            }
            last = record.index();
            if (files.readable().isPresent()) {
                var readable = files.readable().get();
                readable.form().readNext(readable.lines(), record);
            }
        }
        requireEnd(proof);
        if (files.readable().isPresent()) {
            requireEnd(files.readable().get().lines());
        }
        return new ExportVerdict(export, files.readable().map(r -> r.lines().name()));
    }

    private static ExportedRecord read(Lines proof, ExportHead export)
            throws Malformed, DoesNotHold {
        var line =
                proof.next()
                        .orElseThrow(() ->
                                new DoesNotHold(
                                        proof.here()
                                                + ": is missing; the export says it has "
                                                + export.count()
                                                + " records"));
        try {
            return ExportedRecord.read(line, export.head());
        } catch (Malformed e) {
            throw new Malformed(proof.here() + ": " + e.getMessage());
        } catch (DoesNotHold e) {
            throw new DoesNotHold(proof.here() + ": " + e.getMessage());
        }
    }

    private static void requireEnd(Lines lines) throws Malformed, DoesNotHold {
        if (!lines.isAtEnd()) {
            throw new DoesNotHold(lines.here() + ": is one more than the export says it has");
        }
    }
}
