package io.jikim.platform.problem;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.io.IOException;

/// Lets a request say only texts that can be kept, wherever in its body they stand.
@Singleton
class UsableTexts implements ObjectMapperCustomizer {

    @Override
    public void customize(ObjectMapper json) {
        json.registerModule(
                new SimpleModule("usable-texts")
                        .addDeserializer(String.class, new Values())
                        .addKeyDeserializer(String.class, new Keys()));
    }

    private static final class Values extends StringDeserializer {

        private static final long serialVersionUID = 1L;

        @Override
        public String deserialize(JsonParser parser, DeserializationContext context)
                throws IOException {
            return usable(super.deserialize(parser, context), parser);
        }
    }

    private static final class Keys extends KeyDeserializer {

        @Override
        public Object deserializeKey(String key, DeserializationContext context)
                throws IOException {
            return usable(key, context.getParser());
        }
    }

    private static String usable(String text, JsonParser parser) throws UnusableText {
        if (UnusableText.is(text)) {
            throw new UnusableText(parser);
        }
        return text;
    }
}
