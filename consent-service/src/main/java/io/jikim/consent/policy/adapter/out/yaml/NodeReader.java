package io.jikim.consent.policy.adapter.out.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.jikim.consent.policy.domain.PolicyError;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/// Turns YAML nodes into JSON nodes by the core schema: plain `true`, `false`, `null` and whole
/// numbers mean what they say, everything else is text (a date or a phone number stays as written).
class NodeReader {

    private static final Pattern WHOLE = Pattern.compile("-?(0|[1-9][0-9]{0,17})");

    /// No key of a policy is nearly as long; the path of a value repeats every key above it.
    private static final int LONGEST_KEY = 100;

    private final JsonNodeFactory json = JsonNodeFactory.instance;
    private final Map<String, Integer> lines = new HashMap<>();
    private final List<PolicyError> errors = new ArrayList<>();

    YamlTree read(Node root) {
        var tree = node(root, "");
        return new YamlTree(tree, lines, errors);
    }

    private JsonNode node(Node node, String path) {
        lines.putIfAbsent(path, line(node));
        return switch (node) {
            case MappingNode mapping -> object(mapping, path);
            case SequenceNode sequence -> array(sequence, path);
            case ScalarNode scalar -> scalar(scalar);
            default -> throw new IllegalArgumentException("unknown node " + node.getNodeId());
        };
    }

    private JsonNode object(MappingNode mapping, String path) {
        var object = json.objectNode();
        for (var tuple : mapping.getValue()) {
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                errors.add(
                        new PolicyError(
                                path, line(tuple.getKeyNode()), "key", "A key must be text."));
                continue;
            }
            if (key.getValue().length() > LONGEST_KEY) {
                errors.add(
                        new PolicyError(
                                path,
                                line(key),
                                "key",
                                "A key has at most " + LONGEST_KEY + " characters."));
                continue;
            }
            var at = path + "/" + key.getValue().replace("~", "~0").replace("/", "~1");
            if (object.has(key.getValue())) {
                errors.add(
                        new PolicyError(
                                at,
                                line(key),
                                "duplicate-key",
                                "The key '" + key.getValue() + "' stands here twice."));
                continue;
            }
            lines.put(at, line(key));
            object.set(key.getValue(), node(tuple.getValueNode(), at));
        }
        return object;
    }

    private JsonNode array(SequenceNode sequence, String path) {
        var array = json.arrayNode();
        for (Node element : sequence.getValue()) {
            array.add(node(element, path + "/" + array.size()));
        }
        return array;
    }

    private JsonNode scalar(ScalarNode scalar) {
        var value = scalar.getValue();
        if (scalar.getScalarStyle() != ScalarStyle.PLAIN) {
            return json.textNode(value);
        }
        return switch (value) {
            case "true" -> json.booleanNode(true);
            case "false" -> json.booleanNode(false);
            case "", "~", "null" -> json.nullNode();
            default ->
                    WHOLE.matcher(value).matches()
                            ? json.numberNode(Long.parseLong(value))
                            : json.textNode(value);
        };
    }

    private static int line(Node node) {
        return node.getStartMark().getLine() + 1;
    }
}
