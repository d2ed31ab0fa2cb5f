package io.jikim.testkit.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.jikim.testkit.stack.ProjectRoot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// The committed OpenAPI document of one service, `docs/api/<service>.openapi.yaml`.
public final class ApiDocument {
    private static final Set<String> VERBS = Set.of("get", "post", "put", "delete", "patch");

    private final JsonNode root;
    private final List<ApiOperation> operations = new ArrayList<>();

    private ApiDocument(JsonNode root) {
        this.root = root;
        root.path("paths")
                .properties()
                .forEach(path ->
                        path.getValue().properties().stream()
                                .filter(verb -> VERBS.contains(verb.getKey()))
                                .forEach(verb ->
                                        operations.add(
                                                operation(
                                                        verb.getKey(),
                                                        path.getKey(),
                                                        verb.getValue()))));
    }

    public static ApiDocument of(String service) {
        try {
            return new ApiDocument(new YAMLMapper().readTree(file(service).toFile()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The committed text, to be compared with the served one, which takes its place first where
    /// `-Djikim.openapi.write=true` says that the change is wanted.
    public static String committed(String service, String served) {
        var file = file(service);
        try {
            if (Boolean.getBoolean("jikim.openapi.write")) {
                Files.writeString(file, served);
            }
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path file(String service) {
        return ProjectRoot.find().resolve("docs/api/" + service + ".openapi.yaml");
    }

    public List<ApiOperation> operations() {
        return List.copyOf(operations);
    }

    /// @throws NoSuchElementException for a line that the document does not have
    public ApiOperation operation(String line) {
        return operations.stream()
                .filter(operation -> operation.line().equals(line))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException(line));
    }

    /// The schema of the JSON body, references followed; missing where there is none.
    public JsonNode body(ApiOperation operation) {
        return followed(
                root.path("paths")
                        .path(operation.path())
                        .path(operation.verb().toLowerCase(Locale.ROOT))
                        .at("/requestBody/content/application~1json/schema"));
    }

    /// What stands here, or where it refers to inside the document.
    public JsonNode followed(JsonNode node) {
        var reference = node.path("$ref").asText();
        return reference.isEmpty() ? node : root.at(reference.substring(1));
    }

    private ApiOperation operation(String verb, String path, JsonNode node) {
        List<ApiOperation.Parameter> parameters = new ArrayList<>();
        node.path("parameters")
                .forEach(parameter -> parameters.add(parameter(followed(parameter))));
        var statuses = new TreeSet<String>();
        node.path("responses").fieldNames().forEachRemaining(statuses::add);
        return new ApiOperation(
                verb.toUpperCase(Locale.ROOT), path, parameters, bodyType(node), statuses);
    }

    private ApiOperation.Parameter parameter(JsonNode node) {
        if (!node.has("schema")) {
            throw new IllegalStateException(
                    "Nobody can tell what " + node.path("name") + " takes: it has no schema");
        }
        var schema = followed(node.path("schema"));
        var kind =
                schema.path("format").asText().equals("uuid")
                        ? "uuid"
                        : schema.path("type").asText("string");
        return new ApiOperation.Parameter(
                node.path("in").asText(),
                node.path("name").asText(),
                kind,
                node.path("required").asBoolean());
    }

    private static Optional<String> bodyType(JsonNode operation) {
        var types = operation.at("/requestBody/content").fieldNames();
        return types.hasNext() ? Optional.of(types.next()) : Optional.empty();
    }
}
