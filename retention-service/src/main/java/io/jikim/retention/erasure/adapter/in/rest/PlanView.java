package io.jikim.retention.erasure.adapter.in.rest;

import io.jikim.retention.erasure.application.ExplainPlan.Explanation;
import io.jikim.retention.erasure.domain.Disposition;
import io.jikim.retention.erasure.domain.ItemCode;
import io.jikim.retention.erasure.domain.PlanLine;
import io.jikim.retention.erasure.domain.PurposeCode;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A plan as people and services read it: per category what becomes of it, and why.
record PlanView(
        int policyVersion,
        String policyDigest,
        boolean decided,
        List<LineView> lines,
        CaseView.ResultView soFar) {
    /// @param period ISO 8601, from each record's own legal event
    record LineView(
            String category,
            List<String> items,
            String disposition,
            @Nullable String basis,
            @Nullable String period,
            @Nullable UUID holdId,
            List<String> neededBy) {}

    static PlanView of(Explanation explanation) {
        var plan = explanation.plan();
        return new PlanView(
                plan.policyVersion(),
                plan.policyDigest(),
                explanation.decided(),
                plan.lines().stream().map(PlanView::line).toList(),
                CaseView.result(explanation.soFar()));
    }

    private static LineView line(PlanLine line) {
        var category = line.category().code();
        var items = line.items().stream().map(ItemCode::code).sorted().toList();
        return switch (line.disposition()) {
            case Disposition.Erase _ ->
                    new LineView(category, items, "ERASE", null, null, null, List.of());
            case Disposition.Archive(var basis) ->
                    new LineView(
                            category,
                            items,
                            "ARCHIVE",
                            basis.code(),
                            basis.period().toString(),
                            null,
                            List.of());
            case Disposition.Held(var hold) ->
                    new LineView(category, items, "HOLD", null, null, hold.value(), List.of());
            case Disposition.Keep(var neededBy) ->
                    new LineView(
                            category,
                            items,
                            "KEEP",
                            null,
                            null,
                            null,
                            neededBy.stream().map(PurposeCode::code).sorted().toList());
        };
    }
}
