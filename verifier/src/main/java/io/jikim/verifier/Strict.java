package io.jikim.verifier;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/// Decoding with one reading only: two different files never decode to the same thing by leniency.
final class Strict {
    private static final int LONGEST_NUMBER = 1000;
    private static final int LONGEST_TEXT = 1_000_000;
    private static final ObjectMapper JSON =
            new ObjectMapper(
                            JsonFactory.builder()
                                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                                    .build())
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private Strict() {}

    static JsonNode json(byte[] bytes) throws Malformed {
        var text = text(bytes).orElseThrow(() -> new Malformed("it is not UTF-8"));
        try {
            refuseOtherNumbers(text);
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new Malformed("it is not JSON: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Zero is the one whole number that JSON can write in two ways; read, they could not be told
    /// apart. A limit of length that counts every character is the same for every reader.
    private static void refuseOtherNumbers(String text) throws Malformed, IOException {
        try (var tokens = JSON.createParser(text)) {
            for (var token = tokens.nextToken(); token != null; token = tokens.nextToken()) {
                if (token == JsonToken.VALUE_NUMBER_INT && tokens.getText().equals("-0")) {
                    throw new Malformed("a zero is written as -0");
                }
                if (tokens.getTextLength() > LONGEST_TEXT) {
                    throw new Malformed("a text has more than 1,000,000 characters");
                }
                if (token.isNumeric() && tokens.getText().length() > LONGEST_NUMBER) {
                    throw new Malformed("a number has more than 1,000 characters");
                }
            }
        }
    }

    /// Empty unless the bytes are UTF-8.
    static Optional<String> text(byte[] bytes) {
        try {
            var decoder = StandardCharsets.UTF_8.newDecoder();
            return Optional.of(decoder.decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /// Empty where the text has half of a surrogate pair: an encoder that replaced it would give
    /// two texts one form.
    static Optional<byte[]> utf8(CharSequence text) {
        try {
            var bytes = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
            var exact = new byte[bytes.remaining()];
            bytes.get(exact);
            return Optional.of(exact);
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /// Empty unless the text is exactly what an encoder writes: padding there, unused bits zero.
    static Optional<byte[]> base64(String text) {
        try {
            var bytes = Base64.getDecoder().decode(text);
            var same = Base64.getEncoder().encodeToString(bytes).equals(text);
            return same ? Optional.of(bytes) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
