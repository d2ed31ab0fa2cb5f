package io.jikim.retention.erasure.adapter.out.postgres;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.jikim.retention.erasure.domain.Category;
import io.jikim.retention.erasure.domain.Disposition;
import io.jikim.retention.erasure.domain.HoldId;
import io.jikim.retention.erasure.domain.ItemCode;
import io.jikim.retention.erasure.domain.Notice;
import io.jikim.retention.erasure.domain.PartState;
import io.jikim.retention.erasure.domain.ParticipantName;
import io.jikim.retention.erasure.domain.PurposeCode;
import io.jikim.retention.erasure.domain.Scope;
import io.jikim.retention.erasure.domain.SystemName;
import java.util.UUID;

/// Domain values as the JSON in which they are stored. Field names and kinds are a stored format: a
/// stored case of every version must be read for ever.
final class DomainJson {
    private static final ObjectMapper JSON =
            JsonMapper.builder()
                    .addModule(new JavaTimeModule())
                    .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .defaultPropertyInclusion(
                            JsonInclude.Value.construct(
                                    JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
                    .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
                    .visibility(PropertyAccessor.FIELD, JsonAutoDetect.Visibility.ANY)
                    .visibility(PropertyAccessor.IS_GETTER, JsonAutoDetect.Visibility.NONE)
                    .visibility(PropertyAccessor.GETTER, JsonAutoDetect.Visibility.NONE)
                    .addMixIn(Category.class, Code.class)
                    .addMixIn(ItemCode.class, Code.class)
                    .addMixIn(PurposeCode.class, Code.class)
                    .addMixIn(ParticipantName.class, Code.class)
                    .addMixIn(SystemName.class, Text.class)
                    .addMixIn(HoldId.class, Id.class)
                    .addMixIn(Disposition.class, Dispositions.class)
                    .addMixIn(PartState.class, PartStates.class)
                    .addMixIn(Notice.class, Notices.class)
                    .addMixIn(Scope.class, Scopes.class)
                    .build();

    private DomainJson() {}

    static String write(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static <T> T read(String json, Class<T> type) {
        try {
            return JSON.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored document cannot be read", e);
        }
    }

    private abstract static class Code {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        Code(String code) {}

        @JsonValue
        abstract String code();
    }

    private abstract static class Text {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        Text(String value) {}

        @JsonValue
        abstract String value();
    }

    private abstract static class Id {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        Id(UUID value) {}

        @JsonValue
        abstract UUID value();
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @Type(value = Disposition.Erase.class, name = "ERASE"),
        @Type(value = Disposition.Archive.class, name = "ARCHIVE"),
        @Type(value = Disposition.Held.class, name = "HELD"),
        @Type(value = Disposition.Keep.class, name = "KEEP")
    })
    private interface Dispositions {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @Type(value = PartState.Pending.class, name = "PENDING"),
        @Type(value = PartState.Overdue.class, name = "OVERDUE"),
        @Type(value = PartState.Failed.class, name = "FAILED"),
        @Type(value = PartState.Contested.class, name = "CONTESTED"),
        @Type(value = PartState.Settled.class, name = "SETTLED")
    })
    private interface PartStates {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @Type(value = Notice.Sent.class, name = "SENT"),
        @Type(value = Notice.NoAddress.class, name = "NO_ADDRESS"),
        @Type(value = Notice.Undeliverable.class, name = "UNDELIVERABLE")
    })
    private interface Notices {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @Type(value = Scope.Membership.class, name = "MEMBERSHIP"),
        @Type(value = Scope.Purpose.class, name = "PURPOSE")
    })
    private interface Scopes {}
}
