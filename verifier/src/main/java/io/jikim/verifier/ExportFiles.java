package io.jikim.verifier;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/// The parts of an export: in one ZIP, or beside one another.
final class ExportFiles implements AutoCloseable {

    /// What is compared with the proof.
    record Readable(Lines lines, ReadableForm form) {}

    private static final String PROOF = "proof.jsonl";
    private static final byte[] ZIP = {'P', 'K'};

    private final Lines proof;
    private final Optional<Readable> readable;
    private final List<AutoCloseable> open;

    private ExportFiles(Lines proof, Optional<Readable> readable, List<AutoCloseable> open) {
        this.proof = proof;
        this.readable = readable;
        this.open = open;
    }

    static ExportFiles open(AskedExport asked) throws Malformed {
        try {
            return isZip(asked.file()) ? zip(asked) : files(asked);
        } catch (IOException e) {
            throw new Malformed("the export cannot be read: " + asked.file());
        }
    }

    Lines proof() {
        return proof;
    }

    Optional<Readable> readable() {
        return readable;
    }

    @Override
    public void close() throws Malformed {
        for (var one : open) {
            try {
                one.close();
            } catch (Exception e) {
                throw new Malformed("the export cannot be read");
            }
        }
    }

    private static boolean isZip(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return java.util.Arrays.equals(in.readNBytes(ZIP.length), ZIP);
        }
    }

    private static ExportFiles zip(AskedExport asked) throws IOException, Malformed {
        if (asked.readable().isPresent()) {
            throw new Malformed("a ZIP has its records in it: give it alone");
        }
        var zip = new ZipFile(asked.file().toFile());
        var names = zip.stream().map(ZipEntry::getName).toList();
        var others = names.stream().filter(name -> !name.equals(PROOF)).toList();
        if (names.size() != 2 || others.size() != 1 || isPath(others.getFirst())) {
            zip.close();
            throw new Malformed("the ZIP does not hold " + PROOF + " and one file of records");
        }
        var readable =
                readable(others.getFirst(), zip.getInputStream(zip.getEntry(others.getFirst())));
        var proof = new Lines(PROOF, zip.getInputStream(zip.getEntry(PROOF)));
        return new ExportFiles(proof, Optional.of(readable), List.of(zip));
    }

    /// Whoever unpacks such a file has it somewhere else.
    private static boolean isPath(String name) {
        return name.indexOf('/') >= 0 || name.indexOf('\\') >= 0;
    }

    private static ExportFiles files(AskedExport asked) throws IOException, Malformed {
        var proof = Files.newInputStream(asked.file());
        var lines = new Lines(name(asked.file()), proof);
        if (asked.readable().isEmpty()) {
            return new ExportFiles(lines, Optional.empty(), List.of(proof));
        }
        var records = Files.newInputStream(asked.readable().get());
        var readable = readable(name(asked.readable().get()), records);
        return new ExportFiles(lines, Optional.of(readable), List.of(proof, records));
    }

    private static Readable readable(String name, InputStream in) throws Malformed {
        var form =
                ReadableForm.of(name)
                        .orElseThrow(() ->
                                new Malformed(
                                        Printable.text(name)
                                                + ": records end with .csv, .jsonl or"
                                                + " .ocsf.jsonl"));
        return new Readable(new Lines(Printable.text(name), in), form);
    }

    private static String name(Path file) {
        return file.getFileName() == null ? "" : file.getFileName().toString();
    }
}
