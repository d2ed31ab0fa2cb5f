package io.jikim.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Record, schema and golden samples are three hand-written statements of one contract.
class ContractsTest {

    private static final ObjectMapper JSON =
            JsonMapper.builder()
                    .addModule(new JavaTimeModule())
                    .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .defaultPropertyInclusion(
                            JsonInclude.Value.construct(
                                    JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
                    .build();
    private static final SchemaRegistry SCHEMAS =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    static List<EventTypes.EventType> types() {
        return EventTypes.ALL;
    }

    @ParameterizedTest
    @MethodSource("types")
    void every_golden_sample_obeys_its_schema(EventTypes.EventType type) {
        var schema = SCHEMAS.getSchema(text(type.dataschema()), InputFormat.JSON);

        assertThat(samples(type)).isNotEmpty();
        assertThat(samples(type))
                .allSatisfy(
                        sample -> assertThat(schema.validate(sample, InputFormat.JSON)).isEmpty());
    }

    @ParameterizedTest
    @MethodSource("types")
    void every_golden_sample_survives_the_record(EventTypes.EventType type) throws IOException {
        for (var sample : samples(type)) {
            var event = JSON.readValue(sample, type.event());

            assertThat(JSON.readTree(JSON.writeValueAsString(event)))
                    .isEqualTo(JSON.readTree(sample));
        }
    }

    @ParameterizedTest
    @MethodSource("types")
    void schema_and_record_name_the_same_fields(EventTypes.EventType type) throws IOException {
        var properties = new TreeSet<String>();
        JSON.readTree(text(type.dataschema()))
                .get("properties")
                .fieldNames()
                .forEachRemaining(properties::add);

        assertThat(components(type.event())).isEqualTo(properties);
    }

    @Test
    void no_schema_lies_about_without_a_record() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/schemas"))) {
            assertThat(files.map(file -> "/schemas/" + file.getFileName()))
                    .containsExactlyInAnyOrderElementsOf(
                            EventTypes.ALL.stream().map(EventTypes.EventType::dataschema).toList());
        }
    }

    @ParameterizedTest
    @MethodSource("types")
    void a_sample_without_a_required_field_is_refused(EventTypes.EventType type)
            throws IOException {
        var schema = SCHEMAS.getSchema(text(type.dataschema()), InputFormat.JSON);

        for (var required : JSON.readTree(text(type.dataschema())).get("required")) {
            var broken =
                    (com.fasterxml.jackson.databind.node.ObjectNode)
                            JSON.readTree(samples(type).getFirst());
            broken.remove(required.asText());
            assertThat(schema.validate(broken.toString(), InputFormat.JSON))
                    .as("without %s", required)
                    .isNotEmpty();
        }
    }

    private static TreeSet<String> components(Class<?> record) {
        return Arrays.stream(record.getRecordComponents())
                .map(RecordComponent::getName)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> samples(EventTypes.EventType type) {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/samples", type.type()))) {
            return files.sorted().map(ContractsTest::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(String resource) {
        try (var in = ContractsTest.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
