package io.jikim.verifier;

import java.io.IOException;
import java.io.PrintStream;
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
    private static final long LARGEST = 16L << 20;

    private VerifyAnswer() {}

    public static void main(String[] args) {
        Program.main(args, VerifyAnswer::run);
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
            return verdict.holds() ? Program.HOLDS : Program.FAILS;
        } catch (Malformed e) {
            err.println("Cannot verify: " + e.getMessage());
            return Program.UNREADABLE;
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
