package io.jikim.audit.adapter.in.rest;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jikim.audit.application.port.Disclosures.Disclosure;

/// JSON Lines: an object per record, of its index, its fields as the leaf commits to them, and the
/// persons one by one.
record JsonLinesForm() implements ExportForm {
    private static final JsonMapper JSON = new JsonMapper();

    @Override
    public String mediaType() {
        return "application/jsonl";
    }

    @Override
    public String suffix() {
        return "jsonl";
    }

    @Override
    public String record(Disclosure record) {
        ObjectNode line = JSON.createObjectNode().put("logIndex", record.index());
        record.fields()
                .forEach((name, value) -> {
                    if (name.equals(Subjects.FIELD)) {
                        Subjects.of(value).forEach(line.putArray(name)::add);
                    } else {
                        line.put(name, value);
                    }
                });
        return line + "\n";
    }
}
