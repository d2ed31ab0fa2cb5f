package io.jikim.verifier;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;

/// A record as an OCSF event of the class Datastore Activity, by the table of docs/ocsf.md.
final class OcsfRecord {
    private static final String ACTIVITY = "Datastore Activity";
    private static final int OTHER = 99;

    /// Fields that the schema has a place for.
    private static final Set<String> PLACED =
            Set.of(
                    "account",
                    "action",
                    "actor",
                    "event",
                    "from",
                    "resource",
                    "role",
                    "source",
                    "subjects",
                    "tenant",
                    "time",
                    "type");

    private OcsfRecord() {}

    static JsonNode of(ExportedRecord record) {
        var action = record.field("action");
        int activity = activity(action);
        var event = object();
        event.put("category_uid", 6).put("category_name", "Application Activity");
        event.put("class_uid", 6005).put("class_name", ACTIVITY);
        event.put("activity_id", activity).put("activity_name", name(activity, action));
        event.put("type_uid", 600_500 + activity);
        event.put("type_name", ACTIVITY + ": " + name(activity, action));
        event.put("severity_id", 1).put("severity", "Informational");
        event.put("time", millis(record.field("time")));
        event.set("metadata", metadata(record));
        event.set("actor", object().set("user", user(record)));
        event.set("src_endpoint", endpoint(record.field("from")));
        event.set(
                "database",
                object().put("name", record.field("source"))
                        .put("type", "Service")
                        .put("type_id", OTHER));
        event.set("table", object().put("name", record.field("resource")));
        event.set("unmapped", unmapped(record));
        return event;
    }

    private static ObjectNode metadata(ExportedRecord record) {
        var metadata = object();
        metadata.put("version", "1.5.0");
        metadata.set("product", object().put("name", "Jikim").put("vendor_name", "Jikim"));
        metadata.put("uid", record.field("event")).put("sequence", record.index());
        metadata.put("event_code", record.field("action"));
        metadata.put("log_name", record.field("type"));
        metadata.put("log_provider", record.field("source"));
        metadata.put("original_time", record.field("time"));
        return metadata.put("tenant_uid", record.field("tenant"));
    }

    private static ObjectNode user(ExportedRecord record) {
        var user = object().put("uid", record.field("actor"));
        if (record.fields().containsKey("account")) {
            user.put("name", record.field("account"));
        }
        return user.put("type", record.field("role")).put("type_id", OTHER);
    }

    private static ObjectNode endpoint(String from) {
        if (from.isEmpty()) {
            return object().put("name", "unknown");
        }
        boolean address =
                from.matches("[0-9]{1,3}([.][0-9]{1,3}){3}")
                        || from.matches("[0-9a-fA-F:]*:[0-9a-fA-F:.]*");
        return object().put(address ? "ip" : "name", from);
    }

    private static ObjectNode unmapped(ExportedRecord record) {
        var unmapped = object();
        var subjects = unmapped.putArray("data_subjects");
        record.subjects().forEach(subjects::add);
        var rest = new TreeMap<>(record.fields());
        rest.keySet().removeAll(PLACED);
        rest.forEach(unmapped::put);
        return unmapped;
    }

    private static int activity(String action) {
        var words = action.split("[.:]", -1);
        return switch (words[words.length - 1].toLowerCase(Locale.ROOT)) {
            case "read" -> 1;
            case "change", "update" -> 2;
            case "search", "search_own" -> 4;
            case "create" -> 6;
            case "delete" -> 7;
            case "list" -> 8;
            default -> OTHER;
        };
    }

    private static String name(int activity, String action) {
        return switch (activity) {
            case 1 -> "Read";
            case 2 -> "Update";
            case 4 -> "Query";
            case 6 -> "Create";
            case 7 -> "Delete";
            case 8 -> "List";
            default -> action;
        };
    }

    /// Nothing that an export says is a time before there were any.
    private static long millis(String time) {
        try {
            return Instant.parse(time).toEpochMilli();
        } catch (DateTimeException | ArithmeticException e) {
            return Long.MIN_VALUE;
        }
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
