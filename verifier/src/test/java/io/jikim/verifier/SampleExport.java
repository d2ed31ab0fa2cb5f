package io.jikim.verifier;

import static io.jikim.verifier.drill.NoteKey.base64;
import static io.jikim.verifier.drill.NoteKey.utf8;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jikim.verifier.drill.SampleLeaf;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// An export of two access records in a log of eleven entries, written down as the formats say, to
/// be spoilt.
final class SampleExport {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int SIZE = 11;

    static final String CSV =
            "logIndex,event,time,actor,account,role,from,action,resource,subjects,count,queryDigest,reason,note,source,position,type,tenant\r\n"
                    + "3,0198c5c2-7d1a-7000-8000-000000000001,2026-11-24T01:02:03.456789Z,staff-1,,STAFF,203.0.113.7,READ,people/profile,7a9c0b1e-4f7e-4c56-9a3e-5d2f1a0b9c8d,,,CUSTOMER_REQUEST,,/shop,1/7,io.jikim.access.recorded.v1,ompass\r\n"
                    + "8,0198c5c2-7d1a-7000-8000-000000000002,2026-11-24T01:02:04Z,\"'=cmd()\",,STAFF,internal,DOWNLOAD,people,"
                    + "\"00000000-0000-0000-0000-000000000001,00000000-0000-0000-0000-000000000002\",,,INSPECTION,\"said"
                    + " \"\"yes\"\"\r\n"
                    + "and went\",/shop,1/8,io.jikim.access.recorded.v1,ompass\r\n";

    static final String JSONL =
            """
            {"logIndex":3,"action":"READ","actor":"staff-1","event":"0198c5c2-7d1a-7000-8000-000000000001","from":"203.0.113.7","position":"1/7","reason":"CUSTOMER_REQUEST","resource":"people/profile","role":"STAFF","source":"/shop","subjects":["7a9c0b1e-4f7e-4c56-9a3e-5d2f1a0b9c8d"],"tenant":"ompass","time":"2026-11-24T01:02:03.456789Z","type":"io.jikim.access.recorded.v1"}
            {"logIndex":8,"action":"DOWNLOAD","actor":"=cmd()","event":"0198c5c2-7d1a-7000-8000-000000000002","from":"internal","note":"said \\"yes\\"\\r\\nand went","position":"1/8","reason":"INSPECTION","resource":"people","role":"STAFF","source":"/shop","subjects":["00000000-0000-0000-0000-000000000001","00000000-0000-0000-0000-000000000002"],"tenant":"ompass","time":"2026-11-24T01:02:04Z","type":"io.jikim.access.recorded.v1"}
            """;

    static final String OCSF =
            """
            {"class_uid":6005,"class_name":"Datastore Activity","category_uid":6,"category_name":"Application Activity","activity_id":1,"activity_name":"Read","type_uid":600501,"type_name":"Datastore Activity: Read","severity_id":1,"severity":"Informational","time":1795482123456,"metadata":{"version":"1.5.0","product":{"name":"Jikim","vendor_name":"Jikim"},"uid":"0198c5c2-7d1a-7000-8000-000000000001","event_code":"READ","log_name":"io.jikim.access.recorded.v1","log_provider":"/shop","original_time":"2026-11-24T01:02:03.456789Z","sequence":3,"tenant_uid":"ompass"},"actor":{"user":{"uid":"staff-1","type_id":99,"type":"STAFF"}},"src_endpoint":{"ip":"203.0.113.7"},"database":{"name":"/shop","type_id":99,"type":"Service"},"table":{"name":"people/profile"},"unmapped":{"data_subjects":["7a9c0b1e-4f7e-4c56-9a3e-5d2f1a0b9c8d"],"position":"1/7","reason":"CUSTOMER_REQUEST"}}
            {"class_uid":6005,"class_name":"Datastore Activity","category_uid":6,"category_name":"Application Activity","activity_id":99,"activity_name":"DOWNLOAD","type_uid":600599,"type_name":"Datastore Activity: DOWNLOAD","severity_id":1,"severity":"Informational","time":1795482124000,"metadata":{"version":"1.5.0","product":{"name":"Jikim","vendor_name":"Jikim"},"uid":"0198c5c2-7d1a-7000-8000-000000000002","event_code":"DOWNLOAD","log_name":"io.jikim.access.recorded.v1","log_provider":"/shop","original_time":"2026-11-24T01:02:04Z","sequence":8,"tenant_uid":"ompass"},"actor":{"user":{"uid":"=cmd()","type_id":99,"type":"STAFF"}},"src_endpoint":{"name":"internal"},"database":{"name":"/shop","type_id":99,"type":"Service"},"table":{"name":"people"},"unmapped":{"data_subjects":["00000000-0000-0000-0000-000000000001","00000000-0000-0000-0000-000000000002"],"note":"said \\"yes\\"\\r\\nand went","position":"1/8","reason":"INSPECTION"}}
            """;

    final List<ObjectNode> proof = new ArrayList<>();

    SampleExport() {
        var records = Map.of(3, first(), 8, second());
        var leaves = new byte[SIZE][];
        for (int i = 0; i < SIZE; i++) {
            var entry =
                    records.containsKey(i) ? leaf(i, records.get(i)).logged() : utf8("entry " + i);
            leaves[i] = Sha256.of(new byte[] {0}, entry);
        }
        var root = SampleLog.root(leaves, 0, SIZE);
        proof.add(
                JSON.createObjectNode()
                        .put("format", "jikim/access-records-export/v1")
                        .put("count", 2)
                        .put("complete", true)
                        .put(
                                "checkpoint",
                                new String(
                                        SampleLog.checkpoint(SIZE, root), StandardCharsets.UTF_8)));
        new TreeMap<>(records).forEach((index, fields) -> proof.add(line(index, fields, leaves)));
    }

    byte[] proof() {
        var out = new ByteArrayOutputStream();
        proof.forEach(line -> out.writeBytes(utf8(line + "\n")));
        return out.toByteArray();
    }

    Path zip(Path file, String name, String records) throws IOException {
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(utf8(records));
            zip.putNextEntry(new ZipEntry("proof.jsonl"));
            zip.write(proof());
        }
        return file;
    }

    /// One in either version.
    private static SampleLeaf leaf(int index, Map<String, String> fields) {
        return index < 5 ? SampleLeaf.flat(fields) : SampleLeaf.nested(fields);
    }

    private static ObjectNode line(int index, Map<String, String> fields, byte[][] leaves) {
        var line = JSON.createObjectNode();
        var entry = line.putObject("entry").put("index", index);
        var disclosed =
                entry.put("leaf", base64(leaf(index, fields).shown())).putObject("disclosed");
        fields.forEach((name, value) ->
                disclosed
                        .putObject(name)
                        .put("salt", base64(SampleLeaf.salt(name)))
                        .put("value", value));
        var hashes = line.putObject("proof").putArray("hashes");
        path(index, 0, SIZE, leaves).forEach(hash -> hashes.add(base64(hash)));
        return line;
    }

    /// Word for word as RFC 9162 §2.1.3.1 defines it.
    private static List<byte[]> path(int index, int from, int to, byte[][] leaves) {
        int n = to - from;
        if (n == 1) {
            return new ArrayList<>();
        }
        int k = 1;
        while (2 * k < n) {
            k = 2 * k;
        }
        boolean left = index < from + k;
        var path = left ? path(index, from, from + k, leaves) : path(index, from + k, to, leaves);
        path.add(
                left
                        ? SampleLog.root(leaves, from + k, to)
                        : SampleLog.root(leaves, from, from + k));
        return path;
    }

    private static Map<String, String> first() {
        var fields = common("1", "2026-11-24T01:02:03.456789Z", "staff-1");
        fields.put("action", "READ");
        fields.put("resource", "people/profile");
        fields.put("reason", "CUSTOMER_REQUEST");
        fields.put("from", "203.0.113.7");
        fields.put("position", "1/7");
        fields.put("subjects", "7a9c0b1e-4f7e-4c56-9a3e-5d2f1a0b9c8d");
        return fields;
    }

    private static Map<String, String> second() {
        var fields = common("2", "2026-11-24T01:02:04Z", "=cmd()");
        fields.put("action", "DOWNLOAD");
        fields.put("resource", "people");
        fields.put("reason", "INSPECTION");
        fields.put("from", "internal");
        fields.put("note", "said \"yes\"\r\nand went");
        fields.put("position", "1/8");
        fields.put(
                "subjects",
                "00000000-0000-0000-0000-000000000001,00000000-0000-0000-0000-000000000002");
        return fields;
    }

    private static Map<String, String> common(String number, String time, String actor) {
        var fields = new TreeMap<String, String>();
        fields.put("event", "0198c5c2-7d1a-7000-8000-00000000000" + number);
        fields.put("tenant", "ompass");
        fields.put("type", "io.jikim.access.recorded.v1");
        fields.put("time", time);
        fields.put("source", "/shop");
        fields.put("actor", actor);
        fields.put("role", "STAFF");
        return fields;
    }
}
