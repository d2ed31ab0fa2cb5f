package io.jikim.consent.policy.adapter.out.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.jikim.consent.policy.domain.PolicyError;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionEndEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;

/// A YAML text as a JSON tree that remembers the line of every node; only what JSON can say is
/// read.
record YamlTree(JsonNode root, Map<String, Integer> lines, List<PolicyError> errors) {

    private static final int MAX_CHARACTERS = 256 * 1024;
    private static final int MAX_DEPTH = 30;

    static YamlTree of(String text) {
        if (text.length() > MAX_CHARACTERS) {
            return broken(
                    List.of(new PolicyError("", 1, "too-large", "At most 256 KiB are read.")));
        }
        try {
            var forbidden = forbidden(text);
            if (!forbidden.isEmpty()) {
                return broken(forbidden);
            }
            var root = new Yaml(options()).compose(new StringReader(text));
            if (root == null) {
                return broken(List.of(new PolicyError("", 1, "syntax", "The file is empty.")));
            }
            return new NodeReader().read(root);
        } catch (MarkedYAMLException e) {
            var mark = e.getProblemMark();
            int line = mark == null ? 1 : mark.getLine() + 1;
            var problem = e.getProblem() == null ? "This is not YAML." : e.getProblem();
            return broken(List.of(new PolicyError("", line, "syntax", problem)));
        } catch (YAMLException _) {
            var detail = "This is not YAML, or more than one document.";
            return broken(List.of(new PolicyError("", 1, "syntax", detail)));
        }
    }

    /// The line of the node, or of the nearest node around it.
    int line(String pointer) {
        for (String at = pointer; !at.isEmpty(); at = at.substring(0, at.lastIndexOf('/'))) {
            var line = lines.get(at);
            if (line != null) {
                return line;
            }
        }
        return lines.getOrDefault("", 1);
    }

    private static YamlTree broken(List<PolicyError> errors) {
        return new YamlTree(MissingNode.getInstance(), Map.of(), errors);
    }

    /// Tags would name types, and aliases can make a small file a huge tree. What is nested deeper
    /// than any policy is not read on: the parser's work grows with the square of the depth.
    private static List<PolicyError> forbidden(String text) {
        var errors = new ArrayList<PolicyError>();
        int depth = 0;
        for (Event event : new Yaml(options()).parse(new StringReader(text))) {
            if (event instanceof CollectionStartEvent && ++depth > MAX_DEPTH) {
                errors.add(error(event, "depth", "At most " + MAX_DEPTH + " levels are read."));
                return errors;
            }
            if (event instanceof CollectionEndEvent) {
                depth--;
            }
            if (event instanceof NodeEvent node
                    && (event instanceof AliasEvent || node.getAnchor() != null)) {
                errors.add(error(event, "alias", "Anchors and aliases are not read."));
            }
            if (tag(event) != null) {
                errors.add(error(event, "tag", "Tags are not read."));
            }
        }
        return errors;
    }

    private static @Nullable String tag(Event event) {
        return switch (event) {
            case ScalarEvent scalar -> scalar.getTag();
            case CollectionStartEvent start -> start.getTag();
            default -> null;
        };
    }

    private static PolicyError error(Event event, String code, String detail) {
        return new PolicyError("", event.getStartMark().getLine() + 1, code, detail);
    }

    private static LoaderOptions options() {
        var options = new LoaderOptions();
        options.setCodePointLimit(MAX_CHARACTERS);
        options.setNestingDepthLimit(MAX_DEPTH);
        options.setMaxAliasesForCollections(0);
        options.setAllowDuplicateKeys(true);
        return options;
    }
}
