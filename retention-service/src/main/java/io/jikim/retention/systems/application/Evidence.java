package io.jikim.retention.systems.application;

import io.jikim.retention.erasure.application.port.SystemOrder;
import io.jikim.retention.erasure.application.port.SystemOutcome.Done;
import io.jikim.retention.erasure.domain.Level;
import io.jikim.retention.erasure.domain.Residue;
import io.jikim.retention.erasure.domain.Tally;
import io.jikim.retention.systems.domain.ConnectedSystem;
import io.jikim.retention.systems.domain.Digests;
import io.jikim.retention.systems.domain.Tallies;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a finished run can show, and what it cannot.
final class Evidence {
    private Evidence() {}

    /// Rows deleted from a plaintext database are L1: pages, log and backups may hold them for a
    /// while. The digest is over counts and dates, never over content, which could be guessed.
    static Done of(ConnectedSystem system, SystemOrder order, Tallies tallies) {
        var counts = tallies.all();
        var lines = new ArrayList<String>();
        lines.add(system.name() + " " + order.erasure() + " " + order.round());
        counts.stream().map(Evidence::line).sorted().forEach(lines::add);
        return new Done(
                counts, Level.L1, residues(system, order), Digests.of(String.join("\n", lines)));
    }

    /// Nothing was looked for and nothing is claimed; whether the person's rows came back here as
    /// well is for a person to see.
    static Done ofNobody(ConnectedSystem system, SystemOrder order) {
        return new Done(
                List.of(),
                Level.L1,
                List.of(Residue.NOT_LOOKED_FOR),
                Digests.of(system.name() + " " + order.erasure() + " " + order.round()));
    }

    private static String line(Tally tally) {
        return String.join(
                " ",
                tally.category().code(),
                tally.outcome().name(),
                "" + tally.count(),
                "" + Optional.ofNullable(tally.basis()).orElse("-"),
                Optional.ofNullable(tally.until()).map(Object::toString).orElse("-"));
    }

    private static List<Residue> residues(ConnectedSystem system, SystemOrder order) {
        return List.of(
                new Residue("heap", null),
                new Residue("wal", null),
                new Residue(
                        "backups",
                        Optional.ofNullable(system.mapping().backupDays())
                                .map(days -> order.today().plusDays(days))
                                .orElse(null)));
    }
}
