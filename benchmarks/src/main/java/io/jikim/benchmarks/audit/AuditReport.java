package io.jikim.benchmarks.audit;

import com.fasterxml.jackson.databind.JsonNode;
import io.jikim.benchmarks.Figures;
import io.jikim.benchmarks.Machine;
import java.util.List;
import java.util.Map;

/// What a run has found, as it is printed.
record AuditReport(
        Machine machine,
        Ingest ingest,
        Limit limit,
        CoveredLatency latency,
        JsonNode waitingCallers,
        Large large,
        JsonNode peer,
        Goals goals) {

    /// Entries per second of `COPY` alone, before and after the service's own figure.
    record Limit(int entriesPerCommit, double before, double after, double ratio) {}

    /// What is asked of logs that are large, and how large they are: the one that the service wrote
    /// (`written`), and those that were put in its place.
    record Large(
            List<Questions> questions,
            double proofsToThoseOfTheSmallLog,
            double seededPerSecond,
            Map<String, Verification> verify,
            Map<String, DiskUse> disk) {

        Large {
            questions = List.copyOf(questions);
            verify = Figures.inOrder(verify);
            disk = Figures.inOrder(disk);
        }
    }

    /// What was to be reached, and whether it was.
    record Goals(Map<String, Boolean> reached) {

        Goals {
            reached = Figures.inOrder(reached);
        }
    }
}
