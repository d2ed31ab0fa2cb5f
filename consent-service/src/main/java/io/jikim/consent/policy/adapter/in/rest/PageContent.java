package io.jikim.consent.policy.adapter.in.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A policy document in one language, with names in the place of codes, as the page shows it.
class PageContent {

    private final String language;

    PageContent(String language) {
        this.language = language;
    }

    Map<String, Object> of(JsonNode document) {
        @SuppressWarnings("unchecked")
        var content = (Map<String, Object>) value(document);
        var categories = names(document.path("categories"));
        var items = names(document.path("items"));
        for (var list : List.of("collections", "purposes", "thirdParties")) {
            content.put(list, named(document.path(list), items, categories));
        }
        content.put("lawRules", rules(document.at("/retention/law/rules"), categories));
        return content;
    }

    /// A text in both languages becomes the one shown; with fields beside it, its `text`.
    private Object value(JsonNode node) {
        if (node.isArray()) {
            var list = new ArrayList<Object>();
            node.forEach(element -> list.add(value(element)));
            return list;
        }
        if (!node.isObject()) {
            return node.isTextual() ? node.textValue() : node.toString();
        }
        boolean text = node.has("ko") && node.has("en");
        if (text && node.size() == 2) {
            return node.path(language).asText();
        }
        var object = new LinkedHashMap<String, Object>();
        node.properties()
                .forEach(field -> {
                    if (!text || !List.of("ko", "en").contains(field.getKey())) {
                        object.put(field.getKey(), value(field.getValue()));
                    }
                });
        if (text) {
            object.put("text", node.path(language).asText());
        }
        return object;
    }

    private List<Object> named(
            JsonNode list, Map<String, String> items, Map<String, String> categories) {
        var named = new ArrayList<Object>();
        for (JsonNode entry : list) {
            @SuppressWarnings("unchecked")
            var shown = (Map<String, Object>) value(entry);
            shown.put("items", inWords(entry.path("items"), items));
            shown.put("categories", inWords(entry.path("categories"), categories));
            shown.putIfAbsent("note", "");
            shown.putIfAbsent("refusal", "");
            shown.putIfAbsent("optional", "false");
            named.add(shown);
        }
        return named;
    }

    private List<Object> rules(JsonNode list, Map<String, String> categories) {
        var rules = new ArrayList<Object>();
        for (JsonNode rule : list) {
            var shown = new HashMap<String, Object>();
            shown.put("sentence", rule.path("sentence").path(language).asText());
            shown.put("code", rule.path("category").asText());
            shown.put("category", categories.getOrDefault(rule.path("category").asText(), ""));
            shown.put("iso", rule.path("period").asText());
            shown.put("period", inWords(Period.parse(rule.path("period").asText())));
            shown.put("basis", rule.path("basis").asText());
            rules.add(shown);
        }
        return rules;
    }

    private Map<String, String> names(JsonNode list) {
        var names = new HashMap<String, String>();
        for (JsonNode entry : list) {
            names.put(entry.path("code").asText(), entry.path("name").path(language).asText());
        }
        return names;
    }

    private static List<String> inWords(JsonNode codes, Map<String, String> names) {
        var words = new ArrayList<String>();
        codes.forEach(code -> words.add(names.getOrDefault(code.asText(), code.asText())));
        return words;
    }

    private String inWords(Period period) {
        var parts = new ArrayList<String>();
        part(parts, period.getYears(), "년", "year");
        part(parts, period.getMonths(), "개월", "month");
        part(parts, period.getDays(), "일", "day");
        return String.join(" ", parts);
    }

    private void part(List<String> parts, int count, String ko, String en) {
        if (count != 0) {
            parts.add(
                    language.equals("ko")
                            ? count + ko
                            : count + " " + en + (count == 1 ? "" : "s"));
        }
    }
}
