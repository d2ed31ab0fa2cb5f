package io.jikim.audit.application;

import io.jikim.audit.application.port.Answers;
import io.jikim.audit.application.port.Answers.Answered;
import io.jikim.audit.application.port.Answers.Extent;
import io.jikim.audit.application.port.Answers.Range;
import io.jikim.audit.application.port.Checkpoints;
import io.jikim.audit.application.port.Checkpoints.SignedHead;
import io.jikim.audit.domain.Hash;
import io.jikim.audit.domain.TiledSubtrees;
import io.jikim.audit.domain.Tree;
import io.jikim.audit.domain.Viewer;
import io.jikim.platform.access.Access;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Query: all records about a person, so that whoever is given them can see that none is missing.
/// It is one more look, and leaves its record, which follows the last one of the answer.
@ApplicationScoped
public class AnswerAbout {
    private final Answers answers;
    private final Checkpoints checkpoints;
    private final TiledSubtrees.Rows rows;

    AnswerAbout(Answers answers, Checkpoints checkpoints, TiledSubtrees.Rows rows) {
        this.answers = answers;
        this.checkpoints = checkpoints;
        this.rows = rows;
    }

    /// A page of an answer; all its pages lead to one checkpoint, however the log grows meanwhile.
    ///
    /// @param next where the following page begins, empty on the last
    public record Answer(
            UUID subject,
            Extent extent,
            List<Proven> records,
            String checkpoint,
            Optional<Range> next) {
        public Answer {
            records = List.copyOf(records);
        }
    }

    /// A record and its way to the checkpoint's root.
    public record Proven(Answered record, List<Hash> proof) {
        public Proven {
            proof = List.copyOf(proof);
        }
    }

    /// Empty where no such checkpoint was signed: the log is empty, or `from` is no page's end.
    ///
    /// @param from where the page before has ended
    @Transactional
    public Optional<Answer> about(
            UUID subject, Viewer viewer, Optional<Range> from, int limit, Access access) {
        return from.map(range -> checkpoints.at(range.size()))
                .orElseGet(checkpoints::latest)
                .map(head -> {
                    long after = from.map(Range::after).orElse(-1L);
                    var range = new Range(after, head.size());
                    var found = answers.page(subject, viewer, range, limit + 1, access);
                    // after the records: what is shredded between the two would seem missing
                    var extent = answers.extent(subject, head.size());
                    return answer(subject, extent, head, found, limit);
                });
    }

    private Answer answer(
            UUID subject, Extent extent, SignedHead head, List<Answered> found, int limit) {
        boolean more = found.size() > limit;
        var page = more ? found.subList(0, limit) : found;
        var tree = new Tree(head.size(), new TiledSubtrees(head.size(), rows));
        var proven = page.stream().map(r -> new Proven(r, tree.inclusion(r.index()))).toList();
        var next =
                more
                        ? Optional.of(new Range(page.getLast().index(), head.size()))
                        : Optional.<Range>empty();
        return new Answer(subject, extent, proven, head.note(), next);
    }
}
