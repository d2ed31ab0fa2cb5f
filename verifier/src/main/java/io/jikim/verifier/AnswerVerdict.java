package io.jikim.verifier;

import io.jikim.verifier.Findings.Finding;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;

/// What was found of answers about one person, as lines to be read.
///
/// @param holds whether nothing is missing, as far as the answers can show it
record AnswerVerdict(boolean holds, List<String> lines) {

    /// What stands under one checkpoint.
    private record Signed(SignedHead head, List<AnswerPage> pages, List<Known> records) {}

    AnswerVerdict {
        lines = List.copyOf(lines);
    }

    static AnswerVerdict of(List<AnswerPage> pages, VerifierKey key) {
        var findings = new Findings();
        var bySize = new TreeMap<Long, Signed>();
        for (var page : pages) {
            add(page, key, bySize, findings);
        }
        var claims =
                bySize.values().stream()
                        .map(one -> AnswerClaim.of(one.head().size(), one.pages(), one.records()))
                        .toList();
        var check = new CompletenessCheck(claims, findings);
        check.check();
        var lines = new ArrayList<String>();
        boolean holds = !claims.isEmpty() && findings.all().stream().allMatch(Finding::holds);
        if (holds) {
            claims.forEach(claim -> say(claim, check, lines));
            lines.add(conclusion(pages.getFirst().subject(), claims.getLast()));
        } else {
            findings.all().forEach(found -> lines.add("FAILS  " + found.claim()));
            lines.add("This is not all that there is, or not what was signed.");
        }
        return new AnswerVerdict(holds, lines);
    }

    private static void add(
            AnswerPage page, VerifierKey key, TreeMap<Long, Signed> bySize, Findings findings) {
        try {
            var head = SignedHead.read(page.checkpoint().getBytes(StandardCharsets.UTF_8), key);
            var same =
                    bySize.computeIfAbsent(
                            head.size(),
                            _ -> new Signed(head, new ArrayList<>(), new ArrayList<>()));
            if (!Arrays.equals(same.head().root(), head.root())) {
                findings.fails(
                        "fork: the log has signed two different roots of "
                                + head.size()
                                + " entries");
            }
            same.pages().add(page);
            same.records().addAll(new PageCheck(page, head, findings).known());
        } catch (Malformed | DoesNotHold e) {
            findings.fails(page.name() + ": " + e.getMessage());
        }
    }

    private static void say(AnswerClaim claim, CompletenessCheck check, List<String> lines) {
        lines.add("holds  " + claim.named() + ": " + inWords(claim));
        if (claim.first() > 1) {
            lines.add(
                    "said   numbers 1 to "
                            + (claim.first() - 1)
                            + " were kept as long as they have to be, and are destroyed");
        }
        if (claim.unnumbered() > 0) {
            lines.add(
                    "said   "
                            + claim.unnumbered()
                            + " records are older than numbering; whether these are all cannot be shown");
        }
        check.following(claim)
                .ifPresentOrElse(
                        next ->
                                lines.add(
                                        "holds  its end: "
                                                + next.named()
                                                + " is the next one, behind that checkpoint"),
                        () ->
                                lines.add(
                                        "open   its end: ask again; the record of this look has the next number,"
                                                + " which shows that there was none between"));
    }

    private static String inWords(AnswerClaim claim) {
        return claim.isEmpty()
                ? "no record with a number"
                : "all "
                        + (claim.last() - claim.first() + 1)
                        + " records from number "
                        + claim.first()
                        + " to "
                        + claim.last();
    }

    private static String conclusion(String subject, AnswerClaim newest) {
        return "About "
                + subject
                + ": "
                + inWords(newest)
                + ", up to checkpoint size "
                + newest.size()
                + ".";
    }
}
