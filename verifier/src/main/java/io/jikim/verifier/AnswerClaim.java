package io.jikim.verifier;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// What all pages of one answer say together: that these are all numbers from `first` to `last` up
/// to a checkpoint of this size, 0 and 0 where nothing is numbered.
record AnswerClaim(long size, long first, long last, long unnumbered, List<Known> records) {

    AnswerClaim {
        records = List.copyOf(records);
    }

    /// Of pages under one checkpoint.
    static AnswerClaim of(long size, List<AnswerPage> pages, List<Known> records) {
        var sorted = new ArrayList<>(records);
        sorted.sort(Comparator.comparingLong(Known::since).thenComparingLong(Known::number));
        long first = pages.stream().mapToLong(AnswerPage::first).max().orElse(0);
        if (!sorted.isEmpty()) {
            // what was shredded while somebody asked for one page after the other
            first = Math.min(first, sorted.getFirst().number());
        }
        long last = pages.stream().mapToLong(AnswerPage::last).max().orElse(0);
        long unnumbered = pages.stream().mapToLong(AnswerPage::unnumbered).max().orElse(0);
        return new AnswerClaim(size, first, last, unnumbered, sorted);
    }

    boolean isEmpty() {
        return last == 0;
    }

    /// Where the numbering begins that the answer is about, -1 if it is about none.
    long since() {
        return records.isEmpty() ? -1 : records.getLast().since();
    }

    String named() {
        return "answer up to checkpoint size " + size;
    }
}
