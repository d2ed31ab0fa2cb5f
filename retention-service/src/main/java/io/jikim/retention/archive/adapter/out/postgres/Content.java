package io.jikim.retention.archive.adapter.out.postgres;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;

/// The plain content of a record.
record Content(Map<String, String> fields, String sourceKey) {
    private static final ObjectMapper JSON = new ObjectMapper();

    Content {
        fields = Map.copyOf(fields);
    }

    static Content read(byte[] plain) {
        try {
            return JSON.readValue(plain, Content.class);
        } catch (JsonProcessingException _) {
            // The parser's message quotes what it read.
            throw new IllegalStateException("a record's content cannot be read");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Map<String, String> fields(byte[] plain) {
        return new TreeMap<>(read(plain).fields());
    }
}
