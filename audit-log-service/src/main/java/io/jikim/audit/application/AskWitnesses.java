package io.jikim.audit.application;

import io.jikim.audit.application.port.Checkpoints;
import io.jikim.audit.application.port.Checkpoints.SignedHead;
import io.jikim.audit.application.port.Cosignatures;
import io.jikim.audit.application.port.LogKeys;
import io.jikim.audit.application.port.Witnesses;
import io.jikim.audit.application.port.Witnesses.Answer;
import io.jikim.audit.domain.Checkpoint;
import io.jikim.audit.domain.Hash;
import io.jikim.audit.domain.MissingTile;
import io.jikim.audit.domain.Standing;
import io.jikim.audit.domain.TiledSubtrees;
import io.jikim.audit.domain.Tree;
import io.jikim.audit.domain.UnknownSize;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Use case: the newest head is cosigned outside, or it is found out there that this is not the log
/// that was signed.
///
/// A witness cannot stop the log by its word: only a head that the log's own key signed can.
@ApplicationScoped
public class AskWitnesses {
    private final Witnesses witnesses;
    private final Checkpoints checkpoints;
    private final Cosignatures cosignatures;
    private final LogKeys keys;
    private final TiledSubtrees.Rows rows;
    private final Continuation continuation;
    private final Map<String, Report> reports = new ConcurrentHashMap<>();

    /// How it went with a witness the last time.
    ///
    /// @param size that it is known to have cosigned
    /// @param well whether that is the head it was asked about
    /// @param head the size and root it was asked about
    public record Report(String witness, long size, boolean well, String state, String head) {}

    AskWitnesses(
            Witnesses witnesses,
            Checkpoints checkpoints,
            Cosignatures cosignatures,
            LogKeys keys,
            TiledSubtrees.Rows rows,
            Continuation continuation) {
        this.witnesses = witnesses;
        this.checkpoints = checkpoints;
        this.cosignatures = cosignatures;
        this.keys = keys;
        this.rows = rows;
        this.continuation = continuation;
    }

    /// Asks each witness, unless it has cosigned this very head already.
    public List<Report> ask() {
        var head = checkpoints.latest();
        var stated = head.flatMap(signed -> keys.opened(signed.note()));
        for (var witness : witnesses.names()) {
            if (stated.isPresent()) {
                askAbout(witness, head.orElseThrow(), stated.get());
            } else {
                compareNothing(witness);
            }
        }
        return reports();
    }

    /// In the order of the configuration; a witness that was not asked yet has none.
    public List<Report> reports() {
        return witnesses.names().stream().filter(reports::containsKey).map(reports::get).toList();
    }

    /// Whatever size it names: one that nothing can be proven from says nothing against the log.
    private void askAbout(String witness, SignedHead head, Checkpoint stated) {
        try {
            ask(witness, head, stated);
        } catch (UnknownSize | MissingTile e) {
            continuation.learnNothing(witness);
            var state = "knows of a size that this log proves nothing from";
            reports.put(witness, new Report(witness, 0, false, state, stated.text()));
        }
    }

    private void ask(String witness, SignedHead head, Checkpoint stated) {
        var last = reports.get(witness);
        if (last != null && last.well() && last.head().equals(stated.text())) {
            return;
        }
        long old = last == null ? 0 : last.size();
        var answer = send(witness, old, head);
        if (answer instanceof Answer.Knows(var size) && size != old) {
            old = size;
            answer = send(witness, old, head);
        }
        switch (answer) {
            case Answer.Cosigned(var line) -> {
                cosignatures.save(head.size(), witness, line);
                var standing = new Standing.Continues(head.size());
                learn(witness, stated, standing, true);
            }
            case Answer.Knows _, Answer.Refused _ -> compare(witness, old, stated);
            case Answer.Away(var why) -> {
                continuation.learnNothing(witness);
                reports.put(witness, new Report(witness, old, false, why, stated.text()));
            }
        }
    }

    private Answer send(String witness, long old, SignedHead head) {
        if (old > head.size()) {
            return new Answer.Knows(old);
        }
        List<Hash> proof = old == 0 ? List.of() : tree(head.size()).consistency(old);
        return witnesses.cosign(witness, old, proof, head.note());
    }

    private void compare(String witness, long old, Checkpoint stated) {
        var theirs = witnesses.newest(witness).flatMap(keys::opened);
        if (theirs.isEmpty()) {
            continuation.learnNothing(witness);
            var state = "refuses, and shows no head that this log has signed";
            reports.put(witness, new Report(witness, old, false, state, stated.text()));
            return;
        }
        // tiles that are remembered may still be those of another log than the head's
        if (!leadsTo(stated)) {
            rows.forget();
        }
        var standing =
                leadsTo(stated)
                        ? Standing.of(theirs.get(), tree(stated.size()))
                        : new Standing.Forked(stated.size());
        learn(witness, stated, standing, false);
    }

    /// A database in which nothing was signed yet is an older copy too, where a witness has more.
    private void compareNothing(String witness) {
        var theirs = witnesses.newest(witness).flatMap(keys::opened).filter(h -> h.size() > 0);
        if (theirs.isPresent()) {
            var standing = new Standing.FallenBehind(0, theirs.get().size());
            reports.put(witness, new Report(witness, 0, false, standing.inWords(), ""));
            continuation.learn(witness, standing);
        } else {
            continuation.learnNothing(witness);
        }
    }

    private void learn(String witness, Checkpoint stated, Standing standing, boolean well) {
        continuation.learn(witness, standing);
        long size = well ? stated.size() : 0;
        var state =
                well || !(standing instanceof Standing.Continues)
                        ? standing.inWords()
                        : "refuses, though its head is a beginning of this log";
        reports.put(witness, new Report(witness, size, well, state, stated.text()));
    }

    private boolean leadsTo(Checkpoint stated) {
        return tree(stated.size()).root().equals(stated.root());
    }

    private Tree tree(long size) {
        return new Tree(size, new TiledSubtrees(size, rows));
    }
}
