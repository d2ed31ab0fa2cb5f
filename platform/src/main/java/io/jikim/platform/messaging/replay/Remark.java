package io.jikim.platform.messaging.replay;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.jikim.platform.messaging.Stream;
import java.util.List;

/// What services tell each other about events: no fact, and nothing that anybody acts on but to
/// hear or to tell again. `source` is always the speaker of the events.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Remark.Missing.class, name = "missing"),
    @JsonSubTypes.Type(value = Remark.Gone.class, name = "gone"),
    @JsonSubTypes.Type(value = Remark.SumsWanted.class, name = "sums-wanted"),
    @JsonSubTypes.Type(value = Remark.Sums.class, name = "sums"),
    @JsonSubTypes.Type(value = Remark.Unequal.class, name = "unequal"),
    @JsonSubTypes.Type(value = Remark.Reached.class, name = "reached"),
})
sealed interface Remark {

    String source();

    /// A reader to the speaker: these numbers of a stream have not come.
    record Missing(
            String tenant,
            String subject,
            String topic,
            String source,
            int epoch,
            long from,
            long to)
            implements Remark {

        Stream stream() {
            return new Stream(tenant, subject, topic, source);
        }
    }

    /// The speaker to its readers: these numbers cannot be told any more, from the first of them
    /// on.
    record Gone(
            String tenant,
            String subject,
            String topic,
            String source,
            int epoch,
            long from,
            long to)
            implements Remark {}

    /// From a service to all speakers: say now how far you have come. `source` is who asks.
    record SumsWanted(String source) implements Remark {}

    /// The speaker to its readers: how far it has come on a topic, summed up in buckets of
    /// subjects.
    record Sums(String source, String topic, List<Sum> sums) implements Remark {}

    /// How many streams a bucket has, and one hash over (tenant, subject, epoch, last number) of
    /// all.
    record Sum(int bucket, long streams, String hash) {}

    /// A reader to the speaker: in these buckets we have heard something else.
    record Unequal(String source, String topic, List<Integer> buckets) implements Remark {}

    /// The speaker to its readers: how far it has come, stream by stream.
    record Reached(String source, String topic, List<At> streams) implements Remark {}

    /// The last number of a stream.
    record At(String tenant, String subject, int epoch, long sequence) {

        static final At BEFORE_ALL = new At("", "", 0, 0);
    }
}
