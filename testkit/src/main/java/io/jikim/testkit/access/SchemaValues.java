package io.jikim.testkit.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/// Makes bodies that look like what a schema asks for, and are wrong in one place or another.
final class SchemaValues {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int DEEP = 6;

    /// What has broken readers of text before.
    static final List<String> TEXTS =
            List.of(
                    "",
                    " ",
                    "a",
                    "null",
                    "\u0000",
                    "\n\r\t",
                    "'; drop table person; --",
                    "${7*7}{{7*7}}",
                    "../../etc/passwd",
                    "한서연",
                    "e\u0301\u200d\u202e",
                    "\ud83d\udd11",
                    "-1",
                    "99999999999999999999",
                    "2024-02-30",
                    "P1000000Y",
                    "x".repeat(5_000));

    private final ApiDocument document;
    private final Random random;

    SchemaValues(ApiDocument document, Random random) {
        this.document = document;
        this.random = random;
    }

    JsonNode of(JsonNode schema) {
        return value(schema, 0);
    }

    String text() {
        return TEXTS.get(random.nextInt(TEXTS.size()));
    }

    private JsonNode value(JsonNode reference, int depth) {
        var schema = document.followed(reference);
        if (depth > DEEP || random.nextInt(10) == 0) {
            return wrong();
        }
        if (schema.has("anyOf")) {
            return value(pick(schema.get("anyOf")), depth + 1);
        }
        if (schema.has("enum")) {
            return pick(schema.get("enum"));
        }
        return switch (type(schema)) {
            case "object" -> object(schema, depth);
            case "array" -> array(schema, depth);
            case "integer", "number" -> number();
            case "boolean" -> JSON.booleanNode(random.nextBoolean());
            case "null" -> JSON.nullNode();
            default -> JSON.textNode(text(schema));
        };
    }

    private JsonNode pick(JsonNode among) {
        return among.get(random.nextInt(among.size()));
    }

    private String type(JsonNode schema) {
        var type = schema.path("type");
        return (type.isArray() ? pick(type) : type).asText("string");
    }

    private ObjectNode object(JsonNode schema, int depth) {
        var object = JSON.objectNode();
        schema.path("properties")
                .properties()
                .forEach(property -> {
                    if (random.nextInt(8) != 0) {
                        object.set(property.getKey(), value(property.getValue(), depth + 1));
                    }
                });
        if (schema.has("additionalProperties")) {
            for (int i = random.nextInt(3); i > 0; i--) {
                object.set(text(), value(schema.get("additionalProperties"), depth + 1));
            }
        }
        if (random.nextInt(20) == 0) {
            object.put("surprise", true);
        }
        return object;
    }

    private ArrayNode array(JsonNode schema, int depth) {
        var array = JSON.arrayNode();
        for (int i = random.nextInt(4); i > 0; i--) {
            array.add(value(schema.path("items"), depth + 1));
        }
        return array;
    }

    private JsonNode number() {
        return switch (random.nextInt(4)) {
            case 0 -> JSON.numberNode(random.nextInt());
            case 1 -> JSON.numberNode(random.nextLong());
            case 2 -> JSON.numberNode(0);
            default -> JSON.numberNode(random.nextDouble());
        };
    }

    private String text(JsonNode schema) {
        if (random.nextInt(5) == 0) {
            return text();
        }
        return switch (schema.path("format").asText()) {
            case "uuid" -> new UUID(random.nextLong(), random.nextLong()).toString();
            case "date" -> "%04d-%02d-15".formatted(random.nextInt(10_000), 1 + random.nextInt(12));
            case "date-time" -> "2026-11-24T12:00:00.%06dZ".formatted(random.nextInt(1_000_000));
            default -> fitting(schema.path("pattern").asText());
        };
    }

    /// Something that fits the patterns of our documents often enough.
    private String fitting(String pattern) {
        if (pattern.contains("{64}")) {
            return "%016x".formatted(random.nextLong()).repeat(4);
        }
        if (pattern.contains("{6}")) {
            return "%06d".formatted(random.nextInt(1_000_000));
        }
        if (pattern.contains("|")) {
            var words = pattern.split("\\|");
            return words[random.nextInt(words.length)];
        }
        return "word-" + random.nextInt(100);
    }

    private JsonNode wrong() {
        return switch (random.nextInt(6)) {
            case 0 -> JSON.nullNode();
            case 1 -> JSON.arrayNode();
            case 2 -> JSON.objectNode();
            case 3 -> number();
            case 4 -> JSON.booleanNode(true);
            default -> JSON.textNode(text());
        };
    }
}
