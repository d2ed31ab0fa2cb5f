package io.jikim.retention.systems.adapter.out.json;

import io.jikim.retention.systems.application.port.MappingDocuments;
import io.jikim.retention.systems.domain.Mapping;

public final class JsonForTests {
    private JsonForTests() {}

    public static MappingDocuments documents() {
        return new JsonMappings();
    }

    public static Mapping mapping(String json) {
        return switch (documents().read(json)) {
            case MappingDocuments.Reading.Read(var mapping) -> mapping;
            case MappingDocuments.Reading.Broken(var problems) ->
                    throw new AssertionError(problems);
        };
    }
}
