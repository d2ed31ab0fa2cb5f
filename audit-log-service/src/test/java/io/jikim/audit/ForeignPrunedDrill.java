package io.jikim.audit;

import static io.jikim.audit.ForeignDrill.ROW;
import static io.jikim.audit.ForeignDrill.assertAccepted;
import static io.jikim.audit.ForeignDrill.assertRefused;
import static io.jikim.audit.ForeignDrill.check;
import static org.assertj.core.api.Assertions.assertThat;

import io.jikim.audit.application.AppendFacts;
import io.jikim.audit.application.BeginMonth;
import io.jikim.audit.application.PruneLog;
import io.jikim.audit.application.ReadLog;
import io.jikim.audit.application.ShredContent;
import io.jikim.audit.domain.RecordClass;
import io.jikim.audit.domain.Tile;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/// Lets a verifier of other people's making check a log that was pruned. Tessera's fsck reads every
/// log from its first entry and knows of no other; its client proves what is kept.
///
/// No part of the build, which needs no Go: `./jikim drill foreign` runs it.
@QuarkusTest
@TestProfile(AgedLog.class)
class ForeignPrunedDrill {
    private static final Stored LOG = Stored.in(AgedLog.DATABASE);

    @Inject AppendFacts appendFacts;
    @Inject BeginMonth beginMonth;
    @Inject ShredContent shredContent;
    @Inject PruneLog pruneLog;
    @Inject ReadLog readLog;

    @Test
    void a_foreign_client_proves_what_is_kept_of_a_pruned_log()
            throws IOException, InterruptedException {
        var verifier = ForeignDrill.build();
        var key = readLog.verifierKey();
        var seen = Files.createTempDirectory(ForeignDrill.OUTPUT, "seen");
        System.out.printf(
                ROW,
                "a log to prune",
                "resources",
                "inclusions",
                "consistency",
                "seconds",
                "verdict");
        appendFacts.append(Facts.fresh(500));
        assertAccepted("before, at size 500", check(verifier, key, seen), 500);
        appendFacts.append(Facts.fresh(2 * Tile.WIDTH - 500));
        assertAccepted("before, at size 512", check(verifier, key, seen), 512);

        AgedLog.age("6 years");
        while (beginMonth.begin()) {}
        appendFacts.append(Facts.fresh(1_000));
        assertAccepted("before, at size 1,512", check(verifier, key, seen), 1_512);
        for (var recordClass : RecordClass.values()) {
            while (shredContent.shred(recordClass)) {}
        }
        while (pruneLog.prune()) {}
        appendFacts.append(Facts.fresh(88));
        long first = readLog.minimumIndex();
        assertThat(first).isEqualTo(512);

        assertRefused("pruned, by its fsck", check(verifier, key, seen));
        // of the three checkpoints seen before, the one of size 500 ended inside of what is gone
        var verdict = check(verifier, key, seen, first);
        assertAccepted("pruned, from 512, by its client", verdict, 1_600);
        assertThat(verdict.checked().getLast()).isEqualTo("2");

        LOG.change(
                "update entry set leaf = set_byte(leaf, 20, get_byte(leaf, 20) # 1) where index = 700",
                "entry");
        assertRefused("pruned, one bit changed", check(verifier, key, seen, first));
    }
}
