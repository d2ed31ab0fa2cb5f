/// An internal service of the operator that takes part in erasures with nothing of Jikim's but the
/// published contracts: Kafka topics, JSON Schemas and one REST call.
@NullMarked
package io.jikim.example.newsletter;

import org.jspecify.annotations.NullMarked;
