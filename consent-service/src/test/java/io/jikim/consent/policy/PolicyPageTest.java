package io.jikim.consent.policy;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jikim.consent.Portal;
import io.jikim.consent.Service;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Service
class PolicyPageTest {

    @ParameterizedTest
    @ValueSource(strings = {"ko", "en"})
    void every_text_of_the_policy_stands_on_the_page(String lang) throws IOException {
        var portal = Portal.withPolicy();
        var page = text(page(portal, lang));

        var policy = portal.as("STAFF").get("/v1/policies/current").then().extract().asByteArray();
        var said = (ObjectNode) new ObjectMapper().readTree(policy).path("policy");
        said.remove("categories");
        var texts = texts(said, lang);

        assertThat(texts).hasSizeGreaterThan(70);
        assertThat(texts).allSatisfy(text -> assertThat(page).contains(text));
        assertThat(page).contains("2022-03-01", "070-4298-3070", "ceo@omsecurity.kr");
    }

    @Test
    void each_retention_sentence_names_its_rule() {
        var page = page(Portal.withPolicy(), "en");

        assertThat(page)
                .contains(
                        "data-rule=\"UNTIL_WITHDRAWAL\"",
                        "data-rule=\"UNTIL_PURPOSE_ACHIEVED\"",
                        "data-rule=\"contract-records\" data-period=\"P5Y\"",
                        "data-rule=\"payment-records\" data-period=\"P5Y\"",
                        "data-rule=\"complaint-records\" data-period=\"P3Y\"");
        assertThat(text(page)).contains("Period – 3 years", "E-Commerce Act Decree Art. 6(1)4");
    }

    @Test
    void it_loads_nothing_from_elsewhere_and_runs_nothing() {
        var page = page(Portal.withPolicy(), "ko");

        assertThat(page).doesNotContain("<script", "<link", "<img", "src=", "@import");
    }

    @Test
    void what_a_policy_says_is_text_and_not_markup() {
        var portal = Portal.fresh();
        portal.importPolicy(
                Portal.ompass()
                        .replace(
                                "service: { ko: OMPASS, en: OMPASS }",
                                "service: { ko: \"<b>x</b>\", en: \"<b>x</b>\" }"));
        portal.publish(1);

        assertThat(page(portal, "en")).contains("&lt;b&gt;x").doesNotContain("<b>x");
    }

    @Test
    void a_tenant_without_a_policy_has_no_page() {
        given().queryParam("tenant", "nobody-here")
                .get("/v1/policies/current.html")
                .then()
                .statusCode(404);
        given().queryParam("tenant", "No Tenant!")
                .get("/v1/policies/current.html")
                .then()
                .statusCode(404)
                .body("code", equalTo("not-found"));
        given().get("/v1/policies/current.html").then().statusCode(404);
    }

    @Test
    void a_token_shows_the_page_of_its_own_tenant_only() {
        var portal = Portal.withPolicy();

        portal.as("STAFF")
                .queryParam("tenant", portal.tenant())
                .get("/v1/policies/current.html")
                .then()
                .statusCode(200);
        Portal.fresh()
                .as("STAFF")
                .queryParam("tenant", portal.tenant())
                .get("/v1/policies/current.html")
                .then()
                .statusCode(404);
    }

    private static String page(Portal portal, String lang) {
        return given().queryParam("tenant", portal.tenant())
                .queryParam("lang", lang)
                .get("/v1/policies/current.html")
                .then()
                .statusCode(200)
                .contentType("text/html;charset=UTF-8")
                .header("Content-Language", lang)
                .extract()
                .asString();
    }

    /// Every string in this language, however deep.
    private static List<String> texts(JsonNode node, String lang) {
        var texts = new ArrayList<String>();
        if (node.isObject() && node.has("ko") && node.has("en")) {
            texts.add(node.path(lang).asText());
        } else {
            node.forEach(child -> texts.addAll(texts(child, lang)));
        }
        return texts;
    }

    private static String text(String html) {
        return html.replaceAll("<[^>]*>", " ")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
    }
}
