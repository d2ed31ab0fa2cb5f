package io.jikim.verifier;

import static io.jikim.verifier.drill.NoteKey.base64;
import static io.jikim.verifier.drill.NoteKey.utf8;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/// A log of access records as it should be, made here as the format says, which answers about
/// persons.
final class SampleAnswers {
    private static final byte[] LEAF_BEGINS = {(byte) 0xA2, 0x61, 'v', 2, 0x64, 'o', 'p', 'e', 'n'};
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HexFormat HEX = HexFormat.of();

    /// A record's place for one person.
    private record Place(String subject, long since, long number, byte[] previous) {
        String text() {
            return subject + " " + since + " " + number + " " + HEX.formatHex(previous);
        }
    }

    private record Entry(long index, byte[] secret, byte[] leaf, List<Place> places, String root) {
        byte[] hash() {
            var open = Arrays.copyOfRange(leaf, LEAF_BEGINS.length, leaf.length);
            return Sha256.of(new byte[1], LEAF_BEGINS, new byte[] {0x58, 0x20}, Sha256.of(open));
        }

        byte[] salt(String name) {
            return Arrays.copyOf(
                    Sha256.of(utf8("jikim/salt/v1"), new byte[1], secret, utf8(name)), 16);
        }

        byte[] commit(Place place) {
            return Sha256.of(
                    utf8("jikim/place/v1"),
                    new byte[1],
                    salt("places/" + place.subject()),
                    utf8(place.text()));
        }

        boolean isAbout(String subject) {
            return places.stream().anyMatch(place -> place.subject().equals(subject));
        }

        Place of(String subject) {
            return places.stream()
                    .filter(place -> place.subject().equals(subject))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private final Random random;
    private final List<Entry> entries = new ArrayList<>();
    private final Map<String, Place> last = new HashMap<>();
    private final Map<String, byte[]> lastLeaf = new HashMap<>();

    SampleAnswers(Random random) {
        this.random = random;
    }

    static String person(int number) {
        return "00000000-0000-4000-8000-%012d".formatted(number);
    }

    int size() {
        return entries.size();
    }

    /// One more record about these persons.
    void record(String... subjects) {
        record(subjects, entries.size());
    }

    /// Somebody who is to be forgotten as if nothing had been kept about her.
    void forget(String subject) {
        last.remove(subject);
        lastLeaf.remove(subject);
    }

    /// As a log that errs: the next record about her will be chained to no leaf of hers.
    void mistake(String subject) {
        lastLeaf.put(subject, Sha256.of(utf8("no leaf of hers")));
    }

    /// As a log that lies: this record's number is given once more.
    void stepBack(String subject, long number) {
        var entry = entryOf(subject, number);
        last.put(subject, entry.of(subject));
        lastLeaf.put(subject, entry.hash());
    }

    /// All that is kept from this number on, up to a log of this size.
    ObjectNode answer(String subject, long from, int size) {
        return page(subject, from, Long.MAX_VALUE, from, size);
    }

    ObjectNode answer(String subject) {
        return answer(subject, 1, size());
    }

    /// The records of every numbering of hers.
    ObjectNode everything(String subject) {
        var page = answer(subject);
        var records = page.putArray("records");
        for (var entry : entries) {
            if (entry.isAbout(subject)) {
                records.add(shown(entry, subject, size()));
            }
        }
        return page;
    }

    /// Some of an answer that begins with `first`.
    ObjectNode page(String subject, long from, long to, long first, int size) {
        var page = JSON.createObjectNode().put("subject", subject);
        var hers = hers(subject, size);
        if (hers.isEmpty()) {
            page.putNull("first").putNull("last");
        } else {
            page.put("first", first).put("last", hers.getLast().of(subject).number());
        }
        page.put("unnumbered", 0);
        var records = page.putArray("records");
        for (var entry : hers) {
            long number = entry.of(subject).number();
            if (number >= from && number <= to) {
                records.add(shown(entry, subject, size));
            }
        }
        return page.put("checkpoint", checkpoint(size)).putNull("next");
    }

    private List<Entry> hers(String subject, int size) {
        var since = last.get(subject) == null ? -1 : last.get(subject).since();
        return entries.subList(0, size).stream()
                .filter(entry -> entry.isAbout(subject) && entry.of(subject).since() == since)
                .toList();
    }

    private Entry entryOf(String subject, long number) {
        return hers(subject, size()).stream()
                .filter(entry -> entry.of(subject).number() == number)
                .findFirst()
                .orElseThrow();
    }

    private void record(String[] subjects, long index) {
        var secret = new byte[32];
        random.nextBytes(secret);
        var places = Arrays.stream(subjects).map(subject -> next(subject, index)).toList();
        var blank = new Entry(index, secret, new byte[0], places, "");
        var root = HEX.formatHex(root(places.stream().map(blank::commit).toList()));
        var leaf = leaf(blank, fields(index, root));
        var entry = new Entry(index, secret, leaf, places, root);
        entries.add(entry);
        for (var place : places) {
            last.put(place.subject(), place);
            lastLeaf.put(place.subject(), entry.hash());
        }
    }

    private Place next(String subject, long index) {
        var before = last.get(subject);
        return before == null
                ? new Place(subject, index, 1, new byte[32])
                : new Place(subject, before.since(), before.number() + 1, lastLeaf.get(subject));
    }

    private static Map<String, String> fields(long index, String root) {
        return Map.of("time", "2026-11-24T00:00:%02dZ".formatted(index % 60), "places", root);
    }

    private ObjectNode shown(Entry entry, String subject, int size) {
        var place = entry.of(subject);
        var record = JSON.createObjectNode().put("index", entry.index());
        record.put("leaf", base64(entry.leaf()));
        var disclosed = record.putObject("disclosed");
        fields(entry.index(), entry.root())
                .forEach((name, value) ->
                        disclosed
                                .putObject(name)
                                .put("salt", base64(entry.salt(name)))
                                .put("value", value));
        var shown =
                record.putObject("place")
                        .put("since", place.since())
                        .put("number", place.number())
                        .put("previous", base64(place.previous()))
                        .put("salt", base64(entry.salt("places/" + subject)));
        var path = shown.putArray("path");
        var row = entry.places().stream().map(entry::commit).toList();
        path(row, entry.commit(place)).forEach(hash -> path.add(base64(hash)));
        var hashes = record.putObject("proof").putArray("hashes");
        inclusion((int) entry.index(), 0, size).forEach(hash -> hashes.add(base64(hash)));
        return record;
    }

    private String checkpoint(int size) {
        var root = SampleLog.root(leaves(), 0, size);
        return SampleLog.sign(SampleLog.ORIGIN + "\n" + size + "\n" + base64(root) + "\n");
    }

    private byte[][] leaves() {
        return entries.stream().map(Entry::hash).toArray(byte[][]::new);
    }

    /// RFC 9162 §2.1.3.1.
    private List<byte[]> inclusion(int index, int from, int to) {
        int n = to - from;
        if (n == 1) {
            return List.of();
        }
        int k = Integer.highestOneBit(n - 1);
        var path = new ArrayList<byte[]>();
        if (index - from < k) {
            path.addAll(inclusion(index, from, from + k));
            path.add(SampleLog.root(leaves(), from + k, to));
        } else {
            path.addAll(inclusion(index, from + k, to));
            path.add(SampleLog.root(leaves(), from, from + k));
        }
        return path;
    }

    /// In version 2, as it is shown.
    private static byte[] leaf(Entry entry, Map<String, String> fields) {
        var out = new ByteArrayOutputStream();
        out.writeBytes(LEAF_BEGINS);
        out.writeBytes(open(entry, fields));
        return out.toByteArray();
    }

    private static byte[] open(Entry entry, Map<String, String> fields) {
        var sorted =
                new TreeMap<String, String>((a, b) ->
                        a.length() == b.length() ? a.compareTo(b) : a.length() - b.length());
        sorted.putAll(fields);
        var out = new ByteArrayOutputStream();
        out.write(0xA0 + sorted.size());
        sorted.forEach((name, value) -> {
            out.write(0x60 + name.length());
            out.writeBytes(utf8(name));
            out.writeBytes(new byte[] {0x58, 0x20});
            out.writeBytes(
                    Sha256.of(
                            utf8("jikim/field/v1"),
                            new byte[1],
                            utf8(name),
                            new byte[1],
                            entry.salt(name),
                            utf8(value)));
        });
        return out.toByteArray();
    }

    /// Level by level, the last of an odd row as it is.
    private static byte[] root(List<byte[]> places) {
        var row = sorted(places);
        while (row.size() > 1) {
            row = above(row);
        }
        return row.getFirst();
    }

    private static List<byte[]> path(List<byte[]> places, byte[] own) {
        var path = new ArrayList<byte[]>();
        var row = sorted(places);
        var at = own;
        while (row.size() > 1) {
            var above = above(row);
            for (int i = 0; i < row.size(); i++) {
                if (Arrays.equals(row.get(i), at)) {
                    int beside = i % 2 == 0 ? i + 1 : i - 1;
                    if (beside < row.size()) {
                        path.add(row.get(beside));
                    }
                    at = above.get(i / 2);
                    break;
                }
            }
            row = above;
        }
        return path;
    }

    private static List<byte[]> above(List<byte[]> row) {
        var above = new ArrayList<byte[]>();
        for (int i = 0; i < row.size(); i += 2) {
            above.add(i + 1 == row.size() ? row.get(i) : node(row.get(i), row.get(i + 1)));
        }
        return above;
    }

    private static byte[] node(byte[] one, byte[] other) {
        var two = sorted(List.of(one, other));
        return Sha256.of(utf8("jikim/places/v1"), new byte[1], two.get(0), two.get(1));
    }

    private static List<byte[]> sorted(List<byte[]> hashes) {
        var sorted = new ArrayList<>(hashes);
        sorted.sort(Arrays::compareUnsigned);
        return sorted;
    }
}
