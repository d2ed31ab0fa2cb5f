package io.jikim.consent.consents.adapter.out.postgres;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.jikim.consent.consents.domain.ErasureOrder;

/// An order as the text of one column; it is read by nothing but this class.
class OrderJson {

    private static final ObjectMapper JSON =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();

    private OrderJson() {}

    static String write(ErasureOrder order) {
        try {
            return JSON.writeValueAsString(order);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an order can be written", e);
        }
    }

    static ErasureOrder read(String json) {
        try {
            return JSON.readValue(json, ErasureOrder.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored order can be read", e);
        }
    }
}
