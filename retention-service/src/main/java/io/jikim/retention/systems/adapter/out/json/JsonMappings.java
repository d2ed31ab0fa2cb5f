package io.jikim.retention.systems.adapter.out.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.jikim.retention.erasure.domain.LegalCalendar;
import io.jikim.retention.systems.application.port.MappingDocuments;
import io.jikim.retention.systems.domain.About;
import io.jikim.retention.systems.domain.Column;
import io.jikim.retention.systems.domain.MappedTable;
import io.jikim.retention.systems.domain.Mapping;
import io.jikim.retention.systems.domain.PersonKind;
import io.jikim.retention.systems.domain.Reach;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads mapping documents by `system-mapping.schema.json`.
@ApplicationScoped
class JsonMappings implements MappingDocuments {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Schema schema =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(text("/system-mapping.schema.json"), InputFormat.JSON);

    @Override
    public Reading read(String json) {
        var problems = problems(json);
        if (!problems.isEmpty()) {
            return new Reading.Broken(problems);
        }
        try {
            return new Reading.Read(mapping(JSON.readTree(json)));
        } catch (DateTimeException _) {
            return new Reading.Broken(List.of("/zone: no such time zone"));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> problems(String json) {
        try {
            JSON.readTree(json);
        } catch (JsonProcessingException _) {
            return List.of("the mapping is no JSON document");
        }
        return schema.validate(json, InputFormat.JSON).stream()
                .map(error -> error.getInstanceLocation() + ": " + error.getMessage())
                .distinct()
                .toList();
    }

    private static Mapping mapping(JsonNode document) {
        var tables = new ArrayList<MappedTable>();
        document.path("tables").forEach(table -> tables.add(table(table)));
        return new Mapping(
                document.path("system").asText(),
                document.path("schema").asText("public"),
                ZoneId.of(document.path("zone").asText(LegalCalendar.ZONE.getId())),
                document.hasNonNull("backupDays") ? document.get("backupDays").asInt() : null,
                tables);
    }

    private static MappedTable table(JsonNode table) {
        var columns = new HashMap<String, Column>();
        table.path("columns")
                .properties()
                .forEach(entry ->
                        columns.put(entry.getKey(), column(entry.getKey(), entry.getValue())));
        var key = strings(table, "key");
        var abouts = new ArrayList<About>();
        table.path("about").forEach(about -> abouts.add(about(about)));
        return new MappedTable(table.path("table").asText(), key, columns, abouts);
    }

    private static Column column(String name, JsonNode column) {
        String as = column.isTextual() ? column.asText() : column.path("as").asText();
        return new Column(
                name,
                Column.Treatment.valueOf(as.toUpperCase(Locale.ROOT)),
                text(column, "item"),
                text(column, "blank"));
    }

    private static About about(JsonNode about) {
        return new About(
                about.path("category").asText(),
                reach(about),
                About.Action.valueOf(about.path("do").asText().toUpperCase(Locale.ROOT)),
                strings(about, "whenNull"),
                strings(about, "columns"),
                strings(about, "legalEvent"));
    }

    private static Reach reach(JsonNode about) {
        String column = about.path("column").asText();
        return Optional.ofNullable(text(about, "through"))
                .<Reach>map(table ->
                        new Reach.Through(table, column, about.path("references").asText("id")))
                .orElseGet(() ->
                        new Reach.Person(
                                PersonKind.valueOf(about.path("kind").asText()),
                                "email".equals(text(about, "by"))
                                        ? Reach.Alias.EMAIL
                                        : Reach.Alias.EXTERNAL_ID,
                                column));
    }

    private static List<String> strings(JsonNode node, String field) {
        var strings = new ArrayList<String>();
        node.path(field).forEach(each -> strings.add(each.asText()));
        return strings;
    }

    private static @Nullable String text(JsonNode node, String field) {
        return node.hasNonNull(field) ? node.get(field).asText() : null;
    }

    private static String text(String resource) {
        try (var in = JsonMappings.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
