package io.jikim.platform.edge;

import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;

/// JSON that is read here is not deeper, and no text in it longer, than any of ours.
@Singleton
class JsonLimits implements ObjectMapperCustomizer {

    private static final int DEPTH = 32;
    private static final int TEXT = 256 * 1024;
    private static final int DIGITS = 100;

    @Override
    public void customize(ObjectMapper json) {
        json.getFactory()
                .setStreamReadConstraints(
                        StreamReadConstraints.builder()
                                .maxNestingDepth(DEPTH)
                                .maxStringLength(TEXT)
                                .maxNumberLength(DIGITS)
                                .build());
    }
}
