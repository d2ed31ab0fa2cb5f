package io.jikim.consent.consents.domain;

import io.jikim.consent.consents.domain.ConsentRecord.Answer;
import io.jikim.consent.consents.domain.Membership.Standing;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// One record that the law keeps after an erasure: its `key` here, the date its period runs from,
/// and what is kept of it.
public record ArchiveRecord(String key, LocalDate legalEvent, Map<String, String> fields) {

    private static final ZoneId KOREA = ZoneId.of("Asia/Seoul");

    public ArchiveRecord {
        fields = Map.copyOf(fields);
    }

    /// The records of a membership that has ended: every answer, and the termination itself.
    ///
    /// The period of a consent runs from the day it ended: taken back, or with the membership.
    public static List<ArchiveRecord> of(Membership membership, ConsentHistory history) {
        var records = new ArrayList<ArchiveRecord>();
        if (membership.standing() instanceof Standing.Terminated end) {
            history.records().forEach(entry -> records.add(of(entry, history, end.at())));
            var fields = Map.of("answer", "TERMINATED", "at", end.at().toString());
            records.add(new ArchiveRecord(end.termination().toString(), day(end.at()), fields));
        } else {
            history.records().forEach(entry -> records.add(of(entry, history, entry.at())));
        }
        return List.copyOf(records);
    }

    private static ArchiveRecord of(ConsentRecord entry, ConsentHistory history, Instant end) {
        var ended =
                entry.answer() == Answer.WITHDRAWN
                        ? entry.at()
                        : history.withdrawalOf(entry).map(ConsentRecord::at).orElse(end);
        var fields = new TreeMap<String, String>();
        fields.put("answer", entry.answer().name());
        fields.put("at", entry.at().toString());
        fields.put("language", entry.evidence().language().code());
        fields.put("method", entry.evidence().method().name());
        fields.put("noticeDigest", entry.evidence().noticeDigest());
        fields.put("policyVersion", String.valueOf(entry.evidence().policyVersion()));
        fields.put("purpose", entry.purpose());
        return new ArchiveRecord(entry.id().value().toString(), day(ended), fields);
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, KOREA);
    }
}
