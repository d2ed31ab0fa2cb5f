package io.jikim.retention.systems.application.port;

import io.jikim.retention.systems.domain.Mapping;
import java.util.List;

/// Mappings as their authors write them: JSON by a published schema.
public interface MappingDocuments {
    /// What a document turned out to be.
    sealed interface Reading {
        record Read(Mapping mapping) implements Reading {}

        /// It does not obey the schema; every error, with its place.
        record Broken(List<String> problems) implements Reading {
            public Broken {
                problems = List.copyOf(problems);
            }
        }
    }

    Reading read(String json);
}
