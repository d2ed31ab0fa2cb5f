package io.jikim.localstack;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/// PostgreSQL's programs, unpacked once per machine and person from the archive on the class path.
record PostgresBinaries(Path directory) {
    private static final String VERSION = "18.4.0";

    static synchronized PostgresBinaries unpacked() {
        var directory = Directories.cache().resolve("postgres-" + VERSION);
        if (!Files.isDirectory(directory)) {
            try {
                unpackTo(directory);
            } catch (IOException e) {
                throw new StackFailure(
                        "cannot unpack PostgreSQL to " + directory + ": " + e.getMessage(), e);
            }
        }
        return new PostgresBinaries(directory);
    }

    String program(String name) {
        return directory.resolve("bin").resolve(name).toString();
    }

    /// Another process may do the same at this moment: each unpacks apart, the first rename wins.
    private static void unpackTo(Path directory) throws IOException {
        Files.createDirectories(directory.getParent());
        var apart = Files.createTempDirectory(directory.getParent(), "postgres-unpacking");
        unpack(apart);
        Files.setPosixFilePermissions(apart, PosixFilePermissions.fromString("rwxr-xr-x"));
        try {
            Files.move(apart, directory, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException | DirectoryNotEmptyException _) {
            Trees.delete(apart);
        }
    }

    private static void unpack(Path target) throws IOException {
        try (var archive = archive();
                var tar = new XZCompressorInputStream(new BufferedInputStream(archive))) {
            Archives.unpack(tar, target, 0);
        }
    }

    private static InputStream archive() {
        var arm = System.getProperty("os.arch").equals("aarch64");
        var mac = System.getProperty("os.name").startsWith("Mac");
        var name =
                "/postgres-%s-%s.txz"
                        .formatted(mac ? "darwin" : "linux", arm ? "arm_64" : "x86_64");
        var archive = PostgresBinaries.class.getResourceAsStream(name);
        if (archive == null) {
            throw new StackFailure("there is no PostgreSQL for this machine: " + name);
        }
        return archive;
    }
}
