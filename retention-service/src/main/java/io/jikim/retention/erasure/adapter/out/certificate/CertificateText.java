package io.jikim.retention.erasure.adapter.out.certificate;

import io.jikim.retention.erasure.domain.Basis;
import io.jikim.retention.erasure.domain.Certificate;
import io.jikim.retention.erasure.domain.Contest;
import io.jikim.retention.erasure.domain.Destruction;
import io.jikim.retention.erasure.domain.Disposition;
import io.jikim.retention.erasure.domain.Expiry;
import io.jikim.retention.erasure.domain.ItemCode;
import io.jikim.retention.erasure.domain.Notice;
import io.jikim.retention.erasure.domain.Part;
import io.jikim.retention.erasure.domain.PartState;
import io.jikim.retention.erasure.domain.PlanLine;
import io.jikim.retention.erasure.domain.PurposeCode;
import io.jikim.retention.erasure.domain.Residue;
import io.jikim.retention.erasure.domain.Result;
import io.jikim.retention.erasure.domain.Scope;
import io.jikim.retention.erasure.domain.Stay;
import io.jikim.retention.erasure.domain.Tally;
import io.jikim.retention.erasure.domain.Verification;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The members of a certificate, format `jikim.erasure-certificate/1`; it holds references, codes,
/// counts and dates, never a name or a hash of one.
final class CertificateText {
    static final String FORMAT = "jikim.erasure-certificate/1";
    // Said on every certificate, because no evidence can exclude it.
    private static final List<String> NOT_PROVEN =
            List.of("unknown-copies", "memory-images", "screenshots-and-paper");

    private CertificateText() {}

    static Map<String, Object> of(Certificate certificate) {
        var erasure = certificate.erasure();
        var opening = erasure.opening();
        var plan = erasure.course().plan();
        var text = new LinkedHashMap<String, Object>();
        text.put("format", FORMAT);
        text.put("caseId", opening.id().toString());
        text.put("tenant", opening.tenant().code());
        text.put("subjectRef", opening.subject().toString());
        text.put("revision", certificate.revision());
        put(text, "previousDigest", certificate.previousDigest());
        text.put("scope", scope(opening.scope()));
        text.put("trigger", opening.trigger());
        text.put("openedAt", opening.at());
        text.put("issuedAt", certificate.issuedAt());
        text.put("policy", Map.of("version", plan.policyVersion(), "digest", plan.policyDigest()));
        text.put("restoreWindowDays", erasure.course().restoreDays());
        text.put("level", certificate.level().name());
        text.put("complete", certificate.isComplete());
        text.put("plan", list(plan.lines(), CertificateText::line));
        text.put("participants", list(erasure.parts().all(), CertificateText::part));
        var result = Result.of(erasure.parts(), plan, erasure.course().expiries());
        text.put("stays", list(result.stays(), CertificateText::stay));
        text.put("expired", list(erasure.course().expiries(), CertificateText::expiry));
        text.put("verification", verification(erasure.verification()));
        text.put("notice", notice(erasure.notice()));
        text.put("identifiers", identifiers(certificate.identifiers()));
        text.put("notProven", NOT_PROVEN);
        return text;
    }

    private static Map<String, Object> scope(Scope scope) {
        return switch (scope) {
            case Scope.Membership _ -> Map.of("kind", "MEMBERSHIP");
            case Scope.Purpose(var withdrawn, var remaining) ->
                    Map.of(
                            "kind",
                            "PURPOSE",
                            "withdrawn",
                            withdrawn.code(),
                            "remaining",
                            sorted(remaining, PurposeCode::code));
        };
    }

    private static Map<String, Object> line(PlanLine line) {
        var text = new LinkedHashMap<String, Object>();
        text.put("category", line.category().code());
        text.put("items", sorted(line.items(), ItemCode::code));
        switch (line.disposition()) {
            case Disposition.Erase _ -> text.put("disposition", "ERASE");
            case Disposition.Archive(var basis) -> {
                text.put("disposition", "ARCHIVE");
                text.putAll(basis(basis));
            }
            case Disposition.Held(var hold) -> {
                text.put("disposition", "HOLD");
                text.put("hold", hold.toString());
            }
            case Disposition.Keep(var neededBy) -> {
                text.put("disposition", "KEEP");
                text.put("neededBy", sorted(neededBy, PurposeCode::code));
            }
        }
        return text;
    }

    private static Map<String, Object> basis(Basis basis) {
        return Map.of("basis", basis.code(), "period", basis.period().toString());
    }

    private static Map<String, Object> part(Part part) {
        var text = new LinkedHashMap<String, Object>();
        text.put("name", part.participant().code());
        text.put("status", part.status().name());
        text.put("level", part.level().name());
        put(text, "frozenAt", part.frozenAt());
        if (part.state() instanceof PartState.Settled(var at)) {
            text.put("answeredAt", at);
        }
        text.put("results", list(part.done().tallies(), CertificateText::tally));
        text.put("proofs", part.done().proofs());
        if (!part.against().isEmpty()) {
            text.put("contested", list(part.against(), CertificateText::contest));
        }
        text.put("mayRemain", list(part.residues(), CertificateText::residue));
        return text;
    }

    private static Map<String, Object> contest(Contest line) {
        var text = new LinkedHashMap<String, Object>();
        put(text, "category", line.category());
        put(text, "said", line.said());
        text.put("count", line.count());
        text.put("round", line.round());
        text.put("why", line.objection().code());
        return text;
    }

    private static Map<String, Object> tally(Tally tally) {
        var text = new LinkedHashMap<String, Object>();
        text.put("category", tally.category().code());
        text.put("outcome", tally.outcome().name());
        text.put("count", tally.count());
        put(text, "basis", tally.basis());
        put(text, "until", tally.until());
        return text;
    }

    private static Map<String, Object> residue(Residue residue) {
        var text = new LinkedHashMap<String, Object>();
        text.put("where", residue.where());
        text.put("until", residue.until() == null ? "unknown" : residue.until().toString());
        return text;
    }

    private static Map<String, Object> stay(Stay stay) {
        var text = new LinkedHashMap<String, Object>();
        text.put("where", stay.where().code());
        text.put("category", stay.category().code());
        text.put("why", stay.outcome().name());
        text.put("count", stay.count());
        put(text, "basis", stay.basis());
        put(text, "until", stay.until());
        text.put("neededBy", sorted(stay.neededBy(), PurposeCode::code));
        return text;
    }

    private static Map<String, Object> expiry(Expiry expiry) {
        return Map.of(
                "record",
                expiry.record(),
                "category",
                expiry.category().code(),
                "until",
                expiry.until().toString(),
                "destroyedAt",
                expiry.at(),
                "keyCommitment",
                expiry.keyCommitment());
    }

    private static Map<String, Object> verification(Verification verification) {
        return Map.of(
                "at",
                verification.at(),
                "systems",
                list(
                        verification.systems(),
                        swept ->
                                Map.of(
                                        "system",
                                        swept.system().value(),
                                        "tables",
                                        swept.tables(),
                                        "columns",
                                        swept.columns())));
    }

    private static Map<String, Object> notice(Notice notice) {
        return switch (notice) {
            case Notice.Sent(var at) -> Map.of("status", "SENT", "at", at);
            case Notice.NoAddress(var at) -> Map.of("status", "NO_ADDRESS", "at", at);
            case Notice.Undeliverable(var at, var reply) ->
                    Map.of("status", "UNDELIVERABLE", "at", at, "reply", reply);
        };
    }

    private static Map<String, Object> identifiers(@Nullable Destruction destruction) {
        return destruction == null
                ? Map.of("state", "SEALED")
                : Map.of(
                        "state",
                        "DESTROYED",
                        "keyId",
                        destruction.keyId(),
                        "commitment",
                        destruction.commitment(),
                        "at",
                        destruction.at());
    }

    private static <T> List<Map<String, Object>> list(
            Collection<T> values, Function<T, Map<String, Object>> text) {
        return values.stream().map(text).toList();
    }

    private static <T> List<String> sorted(Collection<T> values, Function<T, String> code) {
        return values.stream().map(code).sorted().toList();
    }

    // Dates are written as text: canonical JSON knows instants, not days.
    private static void put(Map<String, Object> text, String name, @Nullable Object value) {
        if (value != null) {
            text.put(name, value.toString());
        }
    }
}
