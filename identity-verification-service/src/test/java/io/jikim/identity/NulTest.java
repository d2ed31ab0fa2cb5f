package io.jikim.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(Neighbours.class)
class NulTest {

    private final Desk desk = Desk.open();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/people?after=%00",
                "/v1/people?kind=US%00ER",
                "/v1/people/%00",
                "/v1/people/a%00b"
            })
    void nobody_is_called_nul(String address) {
        var answer = desk.as("STAFF").urlEncodingEnabled(false).get(address);

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(400);
        // a kind is one of a few words, and what is none of them is refused as that
        assertThat((String) answer.path("code")).isIn("malformed-request", "invalid-request");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "externalId|{'kind':'USER','externalId':'x\\u0000','items':{'email':'a@example.org'}}",
                "items.email|{'kind':'USER','externalId':'x','items':{'email':'a\\u0000@example.org'}}",
                "items|{'kind':'USER','externalId':'x','items':{'e\\u0000mail':'a@example.org'}}",
                "lang|{'kind':'USER','externalId':'x','lang':'\\u0000','items':{}}"
            })
    void and_nobody_says_it(String place, String body) {
        var answer = desk.staff().body(body.replace('\'', '"')).post("/v1/people");

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(400);
        assertThat((String) answer.path("code")).isEqualTo("unusable-text");
        assertThat((String) answer.path("errors[0].path")).startsWith(place);
        assertThat(Desk.count("person", "tenant = '" + desk.tenant() + "'")).isZero();
    }
}
