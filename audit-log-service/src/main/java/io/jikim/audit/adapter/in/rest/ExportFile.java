package io.jikim.audit.adapter.in.rest;

import io.jikim.audit.application.BeginExport.Begun;
import io.jikim.audit.application.ReadExport;
import io.jikim.audit.application.ReadExport.Proven;
import io.jikim.audit.application.port.Checkpoints.SignedHead;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Function;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// An export on its way to whoever asked: read piece by piece, so that it takes the memory of one.
record ExportFile(Begun export, ExportForm form, ReadExport readExport) {
    private static final int PIECE = 200;

    /// The records alone.
    StreamingOutput records() {
        return this::writeRecords;
    }

    /// A ZIP of the records and their proof.
    StreamingOutput proven() {
        return out -> {
            var zip = new ZipOutputStream(out);
            zip.putNextEntry(new ZipEntry("records." + form.suffix()));
            writeRecords(zip);
            zip.closeEntry();
            zip.putNextEntry(new ZipEntry("proof.jsonl"));
            write(ProofLines.head(export), zip);
            write(Optional.of(export.head()), ProofLines::record, zip);
            zip.closeEntry();
            zip.finish();
        };
    }

    private void writeRecords(OutputStream out) throws IOException {
        write(form.head(), out);
        write(Optional.empty(), proven -> form.record(proven.disclosure()), out);
    }

    private void write(Optional<SignedHead> head, Function<Proven, String> line, OutputStream out)
            throws IOException {
        var indexes = export.selection().indexes();
        for (int from = 0; from < indexes.size(); from += PIECE) {
            var piece = indexes.subList(from, Math.min(from + PIECE, indexes.size()));
            for (var proven : readExport.read(piece, head)) {
                write(line.apply(proven), out);
            }
        }
    }

    private static void write(String text, OutputStream out) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
