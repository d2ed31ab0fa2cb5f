package io.jikim.audit.adapter.in.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.jikim.audit.adapter.in.rest.ProofResource.EntryView;
import io.jikim.audit.adapter.in.rest.ProofResource.HashesView;
import io.jikim.audit.application.BeginExport.Begun;
import io.jikim.audit.application.ReadExport.Proven;

/// The proof of an export as JSON Lines: the head that everything in it leads to, then an entry and
/// its way there for each record.
final class ProofLines {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String FORMAT = "jikim/access-records-export/v1";

    private ProofLines() {}

    /// Whether it goes on behind this export is said by `complete`.
    private record HeadLine(String format, int count, boolean complete, String checkpoint) {}

    private record ProofLine(EntryView entry, HashesView proof) {}

    static String head(Begun export) {
        var selection = export.selection();
        int count = selection.indexes().size();
        boolean complete = selection.next().isEmpty();
        return line(new HeadLine(FORMAT, count, complete, export.head().note()));
    }

    static String record(Proven proven) {
        return line(
                new ProofLine(EntryView.of(proven.disclosure()), HashesView.of(proven.hashes())));
    }

    private static String line(Object value) {
        try {
            return JSON.writeValueAsString(value) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("views have a JSON form", e);
        }
    }
}
