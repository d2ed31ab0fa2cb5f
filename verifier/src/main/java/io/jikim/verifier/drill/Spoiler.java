package io.jikim.verifier.drill;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Random;

/// Draws changes to a good bundle and its keys.
final class Spoiler {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Sample sample;
    private final ObjectNode good;
    private final ObjectNode forged;
    private final ObjectNode unlogged;
    private final byte[] key;
    private final byte[] logKey;
    private final byte[] otherKey;

    Spoiler(Path directory) throws GeneralSecurityException, IOException {
        sample = new Sample(directory);
        good = sample.bundle();
        forged = sample.forged();
        unlogged = sample.unlogged();
        key = Files.readAllBytes(directory.resolve("certificate.pub.pem"));
        logKey = Files.readAllBytes(directory.resolve("log.pub.pem"));
        otherKey = Files.readAllBytes(directory.resolve("other.pub.pem"));
    }

    /// The same number draws the same change, though signatures and hashes are new ones each time.
    Spoilt draw(long number) throws GeneralSecurityException, IOException {
        var random = new Random(number);
        for (int i = 0; i < 3; i++) {
            // neighbouring seeds begin alike
            random.nextInt();
        }
        return switch (random.nextInt(17)) {
            case 0, 1 -> bytes(random);
            case 2, 3, 4, 5 -> text(random);
            case 6, 7, 8 -> tree(random);
            case 9 -> keys(random);
            case 10, 11 -> note(random);
            case 12, 13, 14 -> entry(random);
            default -> certificate(random);
        };
    }

    private Spoilt bytes(Random random) throws IOException {
        var mutation = any(ByteMutation.values(), random);
        return bundle(mutation.toString(), mutation.apply(print(good, random), random));
    }

    private Spoilt text(Random random) throws IOException {
        var mutation = any(TextMutation.values(), random);
        return bundle(mutation.toString(), mutation.apply(print(good, random), random));
    }

    private Spoilt tree(Random random) throws IOException {
        var mutation = any(TreeMutation.values(), random);
        var spoilt = good.deepCopy();
        mutation.apply(spoilt, random);
        return bundle(mutation.toString(), print(spoilt, random));
    }

    private Spoilt note(Random random) throws GeneralSecurityException, IOException {
        var mutation = any(NoteMutation.values(), random);
        var noted =
                sample.noted(
                        text -> mutation.text(text, random), note -> mutation.note(note, random));
        return bundle(mutation.toString(), print(noted, random));
    }

    private Spoilt entry(Random random) throws IOException {
        var spoilt =
                random.nextBoolean()
                        ? sample.entry(SampleLeaf::flat)
                        : sample.entry(SampleLeaf::nested);
        var disclosed = (ObjectNode) spoilt.at("/entry/disclosed");
        return switch (random.nextInt(6)) {
            case 0 -> bundle("an entry", print(spoilt, random));
            case 1 -> {
                disclosed.remove(any(new String[] {"actor", "note", "time"}, random));
                yield bundle("an entry, less of it", print(spoilt, random));
            }
            case 2 -> {
                ((ObjectNode) disclosed.get("actor")).put("value", "staff-2");
                disclosed.set("from", disclosed.get("time").deepCopy());
                yield bundle("an entry, other values", print(spoilt, random));
            }
            case 3 -> {
                var mutation = any(ByteMutation.values(), random);
                var file = mutation.apply(print(spoilt, random), random);
                yield bundle("entry: " + mutation, file);
            }
            case 4 -> new Spoilt("entry: another key", print(spoilt, random), key, otherKey);
            default -> {
                var mutation = any(TextMutation.values(), random);
                var file = mutation.apply(print(spoilt, random), random);
                yield bundle("entry: " + mutation, file);
            }
        };
    }

    private Spoilt certificate(Random random) throws GeneralSecurityException, IOException {
        var spoilt = sample.signed(StrangeCertificate.draw(random));
        return bundle("strange certificate", print(spoilt, random));
    }

    private Spoilt keys(Random random) throws IOException {
        var file = print(good, random);
        return switch (random.nextInt(7)) {
            case 0 -> new Spoilt("another key", file, otherKey, logKey);
            case 1 -> new Spoilt("another log key", file, key, otherKey);
            case 2 -> new Spoilt("keys swapped", file, logKey, key);
            case 3 -> new Spoilt("forged", print(forged, random), key, logKey);
            case 4 -> new Spoilt("not logged", print(unlogged, random), key, logKey);
            case 5 -> {
                var mutation = any(ByteMutation.values(), random);
                yield new Spoilt("key: " + mutation, file, mutation.apply(key, random), logKey);
            }
            default -> {
                var mutation = any(ByteMutation.values(), random);
                yield new Spoilt("log key: " + mutation, file, key, mutation.apply(logKey, random));
            }
        };
    }

    private Spoilt bundle(String how, byte[] file) {
        return new Spoilt(how, file, key, logKey);
    }

    private static byte[] print(ObjectNode bundle, Random random) throws IOException {
        return random.nextBoolean() ? Sample.bytes(bundle) : JSON.writeValueAsBytes(bundle);
    }

    private static <T> T any(T[] values, Random random) {
        return values[random.nextInt(values.length)];
    }
}
