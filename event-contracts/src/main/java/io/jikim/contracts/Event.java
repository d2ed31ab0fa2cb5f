package io.jikim.contracts;

/// A fact that one service tells the others; never holds personal data, only references and codes.
public interface Event {

    /// The Kafka key: order is kept among the events that share it. A `subjectRef` for most facts,
    /// the actor for access records, the constant `policy` for policies.
    String key();
}
