package io.jikim.consent.policy.adapter.out.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import io.jikim.consent.policy.domain.PolicyError;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/// What a schema cannot say: codes that exist, dates that exist, items that somebody collects for
/// something. Reads any tree, however wrong, so that all errors are told at once.
class Meaning {

    private static final int LONGEST_YEARS = 100;

    private final YamlTree tree;
    private final List<PolicyError> errors = new ArrayList<>();

    Meaning(YamlTree tree) {
        this.tree = tree;
    }

    List<PolicyError> check() {
        effectiveDate();
        var categories = codes("/categories");
        var items = codes("/items");
        codes("/purposes");
        codes("/collections");
        each("/items", at -> reference(at + "/category", categories, "category"));
        each("/collections", at -> references(at + "/items", items, "item"));
        each("/thirdParties", at -> references(at + "/items", items, "item"));
        each(
                "/purposes",
                at -> {
                    references(at + "/items", items, "item");
                    references(at + "/categories", categories, "category");
                });
        var collected = kindsByItem("/collections");
        var used = kindsByItem("/purposes");
        each("/items", at -> collectedAndUsed(at, collected, used.keySet()));
        statutoryRules(categories);
        texts(tree.root(), "");
        return errors;
    }

    private void effectiveDate() {
        var date = node("/effectiveDate").asText("");
        try {
            if (date.length() == 10) {
                LocalDate.parse(date);
            }
        } catch (DateTimeException _) {
            add("/effectiveDate", "date", "There is no such day: " + date);
        }
    }

    private void statutoryRules(Set<String> categories) {
        var seen = new HashSet<String>();
        each(
                "/retention/law/rules",
                at -> {
                    reference(at + "/category", categories, "category");
                    var category = node(at + "/category").asText("");
                    if (!category.isEmpty() && !seen.add(category)) {
                        add(at + "/category", "duplicate", "This category has a rule already.");
                    }
                    period(at + "/period");
                });
    }

    private void period(String at) {
        try {
            var text = node(at).asText("");
            if (text.startsWith("P") && !isBearable(Period.parse(text))) {
                add(at, "period", "A retention period is 1 day to 100 years.");
            }
        } catch (DateTimeException _) {
            add(at, "period", "This is no period such as P5Y.");
        }
    }

    /// Years, months and days together: a due date that no calendar reaches is no due date.
    private static boolean isBearable(Period period) {
        var end = LocalDate.EPOCH.plus(period);
        return end.isAfter(LocalDate.EPOCH)
                && !end.isAfter(LocalDate.EPOCH.plusYears(LONGEST_YEARS));
    }

    /// An item nobody collects, or no purpose needs, must not be in a policy (PIPA Art. 16(1)).
    private void collectedAndUsed(String at, Map<String, Set<String>> collected, Set<String> used) {
        var code = node(at + "/code").asText("");
        if (code.isEmpty()) {
            return;
        }
        var kinds = collected.getOrDefault(code, Set.of());
        if (kinds.isEmpty()) {
            add(at, "not-collected", "No collection names the item '" + code + "'.");
        }
        for (JsonNode kind : node(at + "/required")) {
            if (!kinds.isEmpty() && !kinds.contains(kind.asText())) {
                add(
                        at + "/required",
                        "not-collected",
                        "'" + code + "' is not collected from " + kind.asText() + ".");
            }
        }
        if (!used.contains(code)) {
            add(at, "not-used", "No purpose needs the item '" + code + "'.");
        }
    }

    /// By the code of an item, from whom the entries of the list have it.
    private Map<String, Set<String>> kindsByItem(String list) {
        var kinds = new HashMap<String, Set<String>>();
        for (JsonNode entry : node(list)) {
            for (JsonNode kind : entry.path("kinds")) {
                for (JsonNode item : entry.path("items")) {
                    kinds.computeIfAbsent(item.asText(), _ -> new TreeSet<>()).add(kind.asText());
                }
            }
        }
        return kinds;
    }

    private Set<String> codes(String list) {
        var codes = new HashSet<String>();
        each(
                list,
                at -> {
                    var code = node(at + "/code").asText("");
                    if (!code.isEmpty() && !codes.add(code)) {
                        add(at + "/code", "duplicate", "The code '" + code + "' is used twice.");
                    }
                });
        return codes;
    }

    private void references(String list, Set<String> known, String what) {
        var seen = new HashSet<String>();
        each(
                list,
                at -> {
                    reference(at, known, what);
                    if (!seen.add(node(at).asText(""))) {
                        add(
                                at,
                                "duplicate",
                                "This list names '" + node(at).asText("") + "' twice.");
                    }
                });
    }

    private void reference(String at, Set<String> known, String what) {
        var code = node(at).asText("");
        if (!code.isEmpty() && !known.contains(code)) {
            add(at, "unknown-" + what, "There is no " + what + " '" + code + "'.");
        }
    }

    private void texts(JsonNode node, String at) {
        if (node.isTextual()) {
            text(node.textValue(), at);
        }
        node.properties().forEach(field -> texts(field.getValue(), at + "/" + field.getKey()));
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                texts(node.path(i), at + "/" + i);
            }
        }
    }

    private void text(String text, String at) {
        if (!text.isEmpty() && text.isBlank()) {
            add(at, "blank", "Nothing is written here.");
        }
        if (text.codePoints().anyMatch(Meaning::isUnprintable)) {
            add(at, "character", "This text holds a character that cannot be printed.");
        }
    }

    private static boolean isUnprintable(int character) {
        return Character.isISOControl(character) && character != '\n' && character != '\t'
                || Character.getType(character) == Character.SURROGATE;
    }

    private void each(String list, Consumer<String> check) {
        var array = node(list);
        if (array.isArray()) {
            for (int i = 0; i < array.size(); i++) {
                check.accept(list + "/" + i);
            }
        }
    }

    private JsonNode node(String pointer) {
        return tree.root().at(pointer);
    }

    private void add(String at, String code, String detail) {
        errors.add(new PolicyError(at, tree.line(at), code, detail));
    }
}
