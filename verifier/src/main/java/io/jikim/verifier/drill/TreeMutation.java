package io.jikim.verifier.drill;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.BiConsumer;

/// Changes to the meaning of a bundle that leave it well-formed, or only to its order.
enum TreeMutation {
    NOTHING((bundle, random) -> {}),
    KEYS_REORDERED((bundle, random) -> objects(bundle).forEach(object -> reorder(object, random))),
    KEY_DROPPED((bundle, random) -> {
        var object = any(objects(bundle), random);
        if (!object.isEmpty()) {
            object.remove(any(names(object), random));
        }
    }),
    KEY_ADDED((bundle, random) ->
            any(objects(bundle), random).put(random.nextBoolean() ? "more" : "", 1)),
    VALUE_MOVED((bundle, random) -> {
        var object = any(objects(bundle), random);
        if (!object.isEmpty()) {
            object.set(any(names(object), random), any(objects(bundle), random).deepCopy());
        }
    }),
    VALUES_SWAPPED((bundle, random) -> {
        var one = any(objects(bundle), random);
        var other = any(objects(bundle), random);
        if (!one.isEmpty() && !other.isEmpty()) {
            swap(one, any(names(one), random), other, any(names(other), random));
        }
    }),
    HASHES_SHUFFLED((bundle, random) -> shuffle(hashes(bundle), random)),
    HASH_DROPPED((bundle, random) -> hashes(bundle).remove(random.nextInt(3))),
    HASH_ADDED((bundle, random) ->
            hashes(bundle).insert(random.nextInt(4), hashes(bundle).get(random.nextInt(3)))),
    HASH_CHANGED((bundle, random) ->
            hashes(bundle).set(random.nextInt(3), any(List.of("", "AAAA", "x", "AAAA="), random))),
    INDEX_CHANGED((bundle, random) ->
            ((ObjectNode) bundle.at("/log/entry")).put("index", random.nextInt(9) - 2)),
    LOG_ABSENT((bundle, random) -> {
        if (random.nextBoolean()) {
            bundle.remove("log");
        } else {
            bundle.putNull("log");
        }
    }),
    CERTIFICATE_CHANGED((bundle, random) ->
            ((ObjectNode) bundle.get("certificate")).put("revision", random.nextInt(3)));

    private final BiConsumer<ObjectNode, Random> change;

    TreeMutation(BiConsumer<ObjectNode, Random> change) {
        this.change = change;
    }

    void apply(ObjectNode bundle, Random random) {
        change.accept(bundle, random);
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static ArrayNode hashes(ObjectNode bundle) {
        return (ArrayNode) bundle.at("/log/proof/hashes");
    }

    private static List<ObjectNode> objects(JsonNode node) {
        var objects = new ArrayList<ObjectNode>();
        if (node instanceof ObjectNode object) {
            objects.add(object);
        }
        node.forEach(child -> objects.addAll(objects(child)));
        return objects;
    }

    private static List<String> names(ObjectNode object) {
        return object.propertyStream().map(java.util.Map.Entry::getKey).toList();
    }

    private static void reorder(ObjectNode object, Random random) {
        var names = new ArrayList<>(names(object));
        Collections.shuffle(names, random);
        for (var name : names) {
            object.set(name, object.remove(name));
        }
    }

    private static void shuffle(ArrayNode list, Random random) {
        var items = new ArrayList<JsonNode>();
        list.forEach(items::add);
        Collections.shuffle(items, random);
        list.removeAll().addAll(items);
    }

    private static void swap(ObjectNode one, String name, ObjectNode other, String otherName) {
        var first = one.get(name).deepCopy();
        var second = other.get(otherName).deepCopy();
        one.set(name, second);
        other.set(otherName, first);
    }

    private static <T> T any(List<T> list, Random random) {
        return list.get(random.nextInt(list.size()));
    }
}
