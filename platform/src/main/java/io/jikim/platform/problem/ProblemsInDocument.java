package io.jikim.platform.problem;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;

/// Completes the OpenAPI document with what no operation says of itself: the problems that any
/// request can be answered with, what a reason is, and which members may be null.
///
/// An operation's own description of an answer stands as it is.
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class ProblemsInDocument implements OASFilter {

    private static final DotName NULLABLE =
            DotName.createSimple("org.jspecify.annotations.Nullable");
    private static final String SCHEMA = "Problem";
    private static final String REASON = "Jikim-Reason";

    private static final Map<String, String> ALWAYS =
            Map.of(
                    "400", "Not understood; nothing has changed",
                    "401", "The token sent is not valid; where none is needed, send none",
                    "404", "There is no such thing in this tenant",
                    "406", "There is no such form of the answer",
                    "414", "The address is longer than 4,096 characters",
                    "429", "Too many requests; Retry-After says when to come again",
                    "503", "A part that is needed is away; Retry-After says when to come again");

    private static final Map<String, String> WRITES =
            Map.of(
                    "409", "This does not fit the present state; nothing has changed",
                    "422",
                            "This contradicts itself, a rule, or what came with the same key before");

    private static final Map<String, String> BODIES =
            Map.of(
                    "408", "The body did not come in time",
                    "413", "The body is larger than 1 MiB",
                    "415", "The body's media type is not read here");

    private final IndexView index;

    public ProblemsInDocument(IndexView index) {
        this.index = index;
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        if (document.getPaths() == null) {
            return;
        }
        document.getPaths()
                .getPathItems()
                .values()
                .forEach(path -> path.getOperations().forEach(ProblemsInDocument::complete));
        if (document.getComponents() == null) {
            document.setComponents(OASFactory.createComponents());
        }
        document.getComponents().addSchema(SCHEMA, problem());
        document.getComponents().addParameter(REASON, reason());
        document.getComponents().getSchemas().forEach(this::markNullable);
    }

    private static void complete(PathItem.HttpMethod verb, Operation operation) {
        var answers = new TreeMap<>(ALWAYS);
        if (verb != PathItem.HttpMethod.GET) {
            answers.putAll(WRITES);
        }
        if (operation.getRequestBody() != null) {
            answers.putAll(BODIES);
        }
        var responses = operation.getResponses();
        answers.forEach((status, meaning) -> {
            if (!responses.hasAPIResponse(status)) {
                responses.addAPIResponse(
                        status, OASFactory.createAPIResponse().description(meaning));
            }
        });
        responses.getAPIResponses().forEach(ProblemsInDocument::shape);
    }

    private static void shape(String status, APIResponse response) {
        if (status.compareTo("400") >= 0 && response.getContent() == null) {
            var reference =
                    OASFactory.createMediaType()
                            .schema(
                                    OASFactory.createSchema()
                                            .ref("#/components/schemas/" + SCHEMA));
            response.setContent(
                    OASFactory.createContent().addMediaType(Problem.MEDIA_TYPE, reference));
        }
    }

    private static Schema problem() {
        var problem = OASFactory.createSchema().addType(SchemaType.OBJECT);
        problem.description("What went wrong (RFC 9457); `code` is stable");
        for (var member : List.of("type", "title", "code", "detail", "instance", "traceId")) {
            problem.addProperty(member, OASFactory.createSchema().addType(SchemaType.STRING));
        }
        problem.addProperty("status", OASFactory.createSchema().addType(SchemaType.INTEGER));
        problem.addProperty("errors", OASFactory.createSchema().addType(SchemaType.ARRAY));
        problem.setRequired(List.of("type", "title", "status", "code"));
        return problem;
    }

    private static Parameter reason() {
        return OASFactory.createParameter()
                .name(REASON)
                .in(Parameter.In.HEADER)
                .required(true)
                .description("Why this is done: a code, which stands in the access record")
                .schema(
                        OASFactory.createSchema()
                                .addType(SchemaType.STRING)
                                .pattern("[A-Z_]{3,40}"));
    }

    private void markNullable(String name, Schema schema) {
        if (schema.getProperties() == null) {
            return;
        }
        var nullable = nullableMembers(name);
        Map<String, Schema> members = new LinkedHashMap<>();
        schema.getProperties()
                .forEach((member, type) ->
                        members.put(member, nullable.contains(member) ? nullable(type) : type));
        schema.setProperties(members);
    }

    /// Members with the same name of classes with the same name are nullable where one of them is.
    private Set<String> nullableMembers(String name) {
        List<String> members = new ArrayList<>();
        index.getKnownClasses().stream()
                .filter(type -> type.simpleName() != null && type.simpleName().equals(name))
                .flatMap(type -> type.fields().stream())
                .filter(field -> field.type().hasAnnotation(NULLABLE))
                .forEach(field -> members.add(field.name()));
        return Set.copyOf(members);
    }

    private static Schema nullable(Schema type) {
        if (type.getRef() != null) {
            return OASFactory.createSchema()
                    .addAnyOf(OASFactory.createSchema().ref(type.getRef()))
                    .addAnyOf(OASFactory.createSchema().addType(SchemaType.NULL));
        }
        if (Optional.ofNullable(type.getType()).filter(t -> !t.isEmpty()).isPresent()) {
            type.addType(SchemaType.NULL);
        }
        return type;
    }
}
