package io.jikim.verifier.drill;

import static io.jikim.verifier.drill.NoteKey.base64;
import static io.jikim.verifier.drill.NoteKey.sha;
import static io.jikim.verifier.drill.NoteKey.utf8;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/// A good bundle, made here step by step as the formats say and with keys of its own, to be spoilt
/// and checked.
public final class Sample {
    public static final String ORIGIN = "jikim.test/log";
    private static final ObjectMapper JSON = new ObjectMapper();

    /// In canonical form already: keys sorted, no space.
    private static final String CERTIFICATE =
            "{\"caseId\":\"0198c5c2-7d1a-7000-8000-000000000001\",\"level\":\"L2\",\"note\":\"지킴"
                    + " \\\"약속\\\"\\n\","
                    + "\"parts\":[{\"count\":3,\"system\":\"ompass\"},{\"count\":0,\"system\":\"consent-service\"}],"
                    + "\"revision\":1,\"subjectRef\":\"7a9c0b1e-4f7e-4c56-9a3e-5d2f1a0b9c8d\"}";

    private final NoteKey certificateKey;
    private final NoteKey logKey;

    /// Leaves the keys in the directory: certificate.pub.pem, log.pub.pem, and another one.
    public Sample(Path directory) throws IOException {
        certificateKey = NoteKey.create();
        logKey = NoteKey.create();
        writeKey(directory.resolve("certificate.pub.pem"), certificateKey);
        writeKey(directory.resolve("log.pub.pem"), logKey);
        writeKey(directory.resolve("other.pub.pem"), NoteKey.create());
    }

    /// A good one, made anew.
    public ObjectNode bundle() throws IOException {
        return bundle(CERTIFICATE, certificateKey);
    }

    /// The same certificate with another word, signed anew under a key of the forger's own.
    public ObjectNode forged() throws IOException {
        return bundle(CERTIFICATE.replace("\"L2\"", "\"L3\""), NoteKey.create());
    }

    /// Signs another certificate with the right key, but leaves the log's entry as it was.
    public ObjectNode unlogged() throws IOException {
        var other = CERTIFICATE.replace("\"L2\"", "\"L3\"");
        var bundle = bundle();
        bundle.set("certificate", JSON.readTree(other));
        bundle.set("signature", signature(other, certificateKey));
        return bundle;
    }

    /// Another certificate, with the right key and in the log.
    ///
    /// @param certificate in canonical form
    ObjectNode signed(String certificate) throws IOException {
        return bundle(certificate, certificateKey);
    }

    /// A checkpoint whose text was changed before the log signed it, and whose note was changed
    /// after.
    ObjectNode noted(UnaryOperator<String> text, UnaryOperator<String> note) throws IOException {
        var bundle = bundle();
        var log = (ObjectNode) bundle.get("log");
        var good = log.get("checkpoint").asText();
        var changed = text.apply(good.substring(0, good.indexOf("\n\n") + 1));
        // under the name in its first line
        var signed = logKey.note(changed.lines().findFirst().orElse(""), changed);
        log.put("checkpoint", note.apply(signed));
        return bundle;
    }

    /// An entry of the log of which some fields are disclosed and others are not.
    ///
    /// @param leaf the version it is made in
    public ObjectNode entry(Function<Map<String, String>, SampleLeaf> leaf) {
        var values =
                new TreeMap<>(
                        Map.of(
                                "actor", "staff-1",
                                "from", "203.0.113.7",
                                "note", "\"지킴\" \\ \u202e\u0007",
                                "time", "2026-11-24T00:00:00Z"));
        return log(values, List.of("actor", "note", "time"), leaf.apply(values));
    }

    /// As a person would write it.
    public static byte[] bytes(ObjectNode bundle) throws IOException {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(bundle);
    }

    private ObjectNode bundle(String certificate, NoteKey signer) throws IOException {
        var bundle = JSON.createObjectNode();
        bundle.set("certificate", JSON.readTree(certificate));
        bundle.set("signature", signature(certificate, signer));
        bundle.set("log", log(HexFormat.of().formatHex(sha(utf8(certificate)))));
        return bundle;
    }

    private static ObjectNode signature(String certificate, NoteKey signer) {
        return JSON.createObjectNode()
                .put(
                        "keyId",
                        HexFormat.of()
                                .formatHex(sha(signer.pair().getPublic().getEncoded()))
                                .substring(0, 16))
                .put("algorithm", "Ed25519")
                .put("value", base64(signer.sign(utf8(certificate))));
    }

    private ObjectNode log(String digest) {
        var values =
                Map.of(
                        "type",
                        "io.jikim.erasure.certified.v1",
                        "certificateDigest",
                        digest,
                        "time",
                        "2026-11-24T00:00:00Z");
        return log(values, values.keySet(), SampleLeaf.nested(values));
    }

    private ObjectNode log(Map<String, String> values, Collection<String> shown, SampleLeaf leaf) {
        var neighbours = List.of(sha(utf8("a")), sha(utf8("b")), sha(utf8("d")), sha(utf8("e")));
        var own = sha(new byte[] {0}, leaf.logged());
        // leaves a b OWN d e: the root is ((a b) (OWN d)) e
        var left = node(neighbours.get(0), neighbours.get(1));
        var root = node(node(left, node(own, neighbours.get(2))), neighbours.get(3));
        var log = JSON.createObjectNode();
        var entry = log.putObject("entry").put("index", 2).put("leaf", base64(leaf.shown()));
        var disclosed = entry.putObject("disclosed");
        shown.forEach(name ->
                disclosed
                        .putObject(name)
                        .put("salt", base64(SampleLeaf.salt(name)))
                        .put("value", values.get(name)));
        var hashes = log.putObject("proof").putArray("hashes");
        List.of(neighbours.get(2), left, neighbours.get(3)).forEach(h -> hashes.add(base64(h)));
        return log.put("checkpoint", checkpoint(root));
    }

    private String checkpoint(byte[] root) {
        return logKey.note(ORIGIN, ORIGIN + "\n5\n" + base64(root) + "\n");
    }

    private static byte[] node(byte[] left, byte[] right) {
        return sha(new byte[] {1}, left, right);
    }

    private static void writeKey(Path file, NoteKey key) throws IOException {
        Files.writeString(
                file,
                "-----BEGIN PUBLIC KEY-----\n"
                        + base64(key.pair().getPublic().getEncoded())
                        + "\n-----END PUBLIC KEY-----\n");
    }
}
