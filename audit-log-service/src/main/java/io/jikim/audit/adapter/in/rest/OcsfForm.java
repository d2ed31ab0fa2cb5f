package io.jikim.audit.adapter.in.rest;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jikim.audit.application.port.Disclosures.Disclosure;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// A Datastore Activity of the Open Cybersecurity Schema Framework per line (docs/ocsf.md).
record OcsfForm() implements ExportForm {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String VERSION = "1.5.0";
    private static final int APPLICATION = 6;
    private static final int DATASTORE_ACTIVITY = 6005;
    private static final int INFORMATIONAL = 1;
    private static final int OTHER = 99;
    private static final Pattern ADDRESS =
            Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9a-fA-F:]*:[0-9a-fA-F:.]*");
    private static final Set<String> ELSEWHERE =
            Set.of(
                    "event",
                    "tenant",
                    "type",
                    "time",
                    "source",
                    "actor",
                    "account",
                    "role",
                    "action",
                    "resource",
                    "from",
                    Subjects.FIELD);

    @Override
    public String mediaType() {
        return "application/jsonl";
    }

    @Override
    public String suffix() {
        return "ocsf.jsonl";
    }

    @Override
    public String record(Disclosure record) {
        var fields = record.fields();
        var action = of(fields, "action");
        int activity = OcsfActivity.of(action);
        var event = JSON.createObjectNode();
        event.put("class_uid", DATASTORE_ACTIVITY).put("class_name", "Datastore Activity");
        event.put("category_uid", APPLICATION).put("category_name", "Application Activity");
        event.put("activity_id", activity).put("activity_name", OcsfActivity.name(action));
        event.put("type_uid", DATASTORE_ACTIVITY * 100 + activity);
        event.put("type_name", "Datastore Activity: " + OcsfActivity.name(action));
        event.put("severity_id", INFORMATIONAL).put("severity", "Informational");
        event.put("time", Instant.parse(of(fields, "time")).toEpochMilli());
        event.set("metadata", metadata(record.index(), fields));
        event.putObject("actor").set("user", user(fields));
        event.set("src_endpoint", endpoint(of(fields, "from")));
        event.putObject("database")
                .put("name", of(fields, "source"))
                .put("type_id", OTHER)
                .put("type", "Service");
        event.putObject("table").put("name", of(fields, "resource"));
        event.set("unmapped", unmapped(fields));
        return event + "\n";
    }

    private static ObjectNode metadata(long index, Map<String, String> fields) {
        var metadata = JSON.createObjectNode();
        metadata.put("version", VERSION);
        metadata.putObject("product").put("name", "Jikim").put("vendor_name", "Jikim");
        metadata.put("uid", of(fields, "event"));
        metadata.put("event_code", of(fields, "action"));
        metadata.put("log_name", of(fields, "type"));
        metadata.put("log_provider", of(fields, "source"));
        metadata.put("original_time", of(fields, "time"));
        metadata.put("sequence", index);
        metadata.put("tenant_uid", of(fields, "tenant"));
        return metadata;
    }

    private static ObjectNode user(Map<String, String> fields) {
        var user = JSON.createObjectNode().put("uid", of(fields, "actor"));
        if (fields.containsKey("account")) {
            user.put("name", of(fields, "account"));
        }
        return user.put("type_id", OTHER).put("type", of(fields, "role"));
    }

    /// Some name must stand there.
    private static ObjectNode endpoint(String from) {
        var endpoint = JSON.createObjectNode();
        return ADDRESS.matcher(from).matches()
                ? endpoint.put("ip", from)
                : endpoint.put("name", from.isEmpty() ? "unknown" : from);
    }

    /// Whose data it was, which the schema has no place for, and whatever else is in the record.
    private static ObjectNode unmapped(Map<String, String> fields) {
        var unmapped = JSON.createObjectNode();
        var subjects = unmapped.putArray("data_subjects");
        Subjects.of(of(fields, Subjects.FIELD)).forEach(subjects::add);
        fields.forEach((name, value) -> {
            if (!ELSEWHERE.contains(name)) {
                unmapped.put(name, value);
            }
        });
        return unmapped;
    }

    private static String of(Map<String, String> fields, String name) {
        return fields.getOrDefault(name, "");
    }
}
