package io.jikim.verifier;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// `VerifyAnswer FILE... --key FILE [--subject REFERENCE]`: exit 0 if the records in the files are
/// all that the log has about a person, 1 if they are not, 2 if a file, the key or the command
/// cannot be read.
///
/// The files are pages of one answer, or of several that were given at different times: a later one
/// shows what was the last record of an earlier one.
public final class VerifyAnswer {
    private static final int HOLDS = 0;
    private static final int FAILS = 1;
    private static final int UNREADABLE = 2;
    private static final long LARGEST = 16L << 20;

    private VerifyAnswer() {}

    public static void main(String[] args) {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        var err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        int exit = UNREADABLE;
        try {
            exit = run(List.of(args), out, err);
        } catch (RuntimeException | OutOfMemoryError e) {
            // a fault of this program says nothing about the files
            err.println("Cannot verify: " + e);
        }
        System.exit(exit);
    }

    /// Like `main`, for one who goes on afterwards.
    ///
    /// @return the exit code
    public static int run(List<String> args, PrintStream out, PrintStream err) {
        try {
            var asked = AskedAnswers.parse(args);
            var key = VerifierKey.read(asked.key());
            var verdict = AnswerVerdict.of(read(asked), key);
            verdict.lines().forEach(out::println);
            return verdict.holds() ? HOLDS : FAILS;
        } catch (Malformed e) {
            err.println("Cannot verify: " + e.getMessage());
            return UNREADABLE;
        }
    }

    private static List<AnswerPage> read(AskedAnswers asked) throws Malformed {
        var pages = new ArrayList<AnswerPage>();
        for (var file : asked.files()) {
            pages.add(AnswerPage.read(file.toString(), readFile(file)));
        }
        var subject = asked.subject().orElse(pages.getFirst().subject());
        for (var page : pages) {
            if (!page.subject().equals(subject)) {
                throw new Malformed(page.name() + ": is about another person than " + subject);
            }
        }
        return pages;
    }

    private static byte[] readFile(Path file) throws Malformed {
        try {
            if (Files.size(file) > LARGEST) {
                throw new Malformed("the file is larger than any page of an answer: " + file);
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new Malformed("the file cannot be read: " + file);
        }
    }
}
