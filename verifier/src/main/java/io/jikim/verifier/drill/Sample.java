package io.jikim.verifier.drill;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/// A good bundle, made here step by step as the formats say and with keys of its own, to be spoilt
/// and checked.
public final class Sample {
    public static final String ORIGIN = "jikim.test/log";
    private static final ObjectMapper JSON = new ObjectMapper();

    /// In canonical form already: keys sorted, no space.
    private static final String CERTIFICATE =
            "{\"caseId\":\"0198c5c2-7d1a-7000-8000-000000000001\",\"level\":\"L2\",\"note\":\"지킴 \\\"약속\\\"\\n\","
                    + "\"parts\":[{\"count\":3,\"system\":\"ompass\"},{\"count\":0,\"system\":\"consent-service\"}],"
                    + "\"revision\":1,\"subjectRef\":\"7a9c0b1e-4f7e-4c56-9a3e-5d2f1a0b9c8d\"}";

    private final KeyPair certificateKey;
    private final KeyPair logKey;

    /// Leaves the keys in the directory: certificate.pub.pem, log.pub.pem, and another one.
    public Sample(Path directory) throws GeneralSecurityException, IOException {
        var generator = KeyPairGenerator.getInstance("Ed25519");
        certificateKey = generator.generateKeyPair();
        logKey = generator.generateKeyPair();
        writeKey(directory.resolve("certificate.pub.pem"), certificateKey);
        writeKey(directory.resolve("log.pub.pem"), logKey);
        writeKey(directory.resolve("other.pub.pem"), generator.generateKeyPair());
    }

    /// A good one, made anew.
    public ObjectNode bundle() throws GeneralSecurityException, IOException {
        return bundle(CERTIFICATE, certificateKey);
    }

    /// The same certificate with another word, signed anew under a key of the forger's own.
    public ObjectNode forged() throws GeneralSecurityException, IOException {
        return bundle(
                CERTIFICATE.replace("\"L2\"", "\"L3\""),
                KeyPairGenerator.getInstance("Ed25519").generateKeyPair());
    }

    /// Signs another certificate with the right key, but leaves the log's entry as it was.
    public ObjectNode unlogged() throws GeneralSecurityException, IOException {
        var other = CERTIFICATE.replace("\"L2\"", "\"L3\"");
        var bundle = bundle();
        bundle.set("certificate", JSON.readTree(other));
        bundle.set("signature", signature(other, certificateKey));
        return bundle;
    }

    /// Another certificate, with the right key and in the log.
    ///
    /// @param certificate in canonical form
    ObjectNode signed(String certificate) throws GeneralSecurityException, IOException {
        return bundle(certificate, certificateKey);
    }

    /// A checkpoint whose text was changed before the log signed it, and whose note was changed
    /// after.
    ObjectNode noted(UnaryOperator<String> text, UnaryOperator<String> note)
            throws GeneralSecurityException, IOException {
        var bundle = bundle();
        var log = (ObjectNode) bundle.get("log");
        var good = log.get("checkpoint").asText();
        var signed = note(text.apply(good.substring(0, good.indexOf("\n\n") + 1)));
        log.put("checkpoint", note.apply(signed));
        return bundle;
    }

    /// As a person would write it.
    public static byte[] bytes(ObjectNode bundle) throws IOException {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(bundle);
    }

    private ObjectNode bundle(String certificate, KeyPair signer)
            throws GeneralSecurityException, IOException {
        var bundle = JSON.createObjectNode();
        bundle.set("certificate", JSON.readTree(certificate));
        bundle.set("signature", signature(certificate, signer));
        bundle.set("log", log(HexFormat.of().formatHex(sha(utf8(certificate)))));
        return bundle;
    }

    private static ObjectNode signature(String certificate, KeyPair signer)
            throws GeneralSecurityException {
        return JSON.createObjectNode()
                .put(
                        "keyId",
                        HexFormat.of()
                                .formatHex(sha(signer.getPublic().getEncoded()))
                                .substring(0, 16))
                .put("algorithm", "Ed25519")
                .put("value", base64(sign(utf8(certificate), signer)));
    }

    private ObjectNode log(String digest) throws GeneralSecurityException {
        var values =
                Map.of(
                        "type",
                        "io.jikim.erasure.certified.v1",
                        "certificateDigest",
                        digest,
                        "time",
                        "2026-11-24T00:00:00Z");
        var leaf = leaf(values);
        var neighbours = List.of(sha(utf8("a")), sha(utf8("b")), sha(utf8("d")), sha(utf8("e")));
        var own = sha(new byte[] {0}, leaf);
        // leaves a b OWN d e: the root is ((a b) (OWN d)) e
        var left = node(neighbours.get(0), neighbours.get(1));
        var root = node(node(left, node(own, neighbours.get(2))), neighbours.get(3));
        var log = JSON.createObjectNode();
        var entry = log.putObject("entry").put("index", 2).put("leaf", base64(leaf));
        var disclosed = entry.putObject("disclosed");
        values.forEach((name, value) ->
                disclosed.putObject(name).put("salt", base64(salt(name))).put("value", value));
        var hashes = log.putObject("proof").putArray("hashes");
        List.of(neighbours.get(2), left, neighbours.get(3)).forEach(h -> hashes.add(base64(h)));
        return log.put("checkpoint", checkpoint(root));
    }

    private String checkpoint(byte[] root) throws GeneralSecurityException {
        return note(ORIGIN + "\n5\n" + base64(root) + "\n");
    }

    /// Signed under the name in its first line.
    private String note(String text) throws GeneralSecurityException {
        var name = text.lines().findFirst().orElse("");
        var encoded = logKey.getPublic().getEncoded();
        var raw = Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length);
        var id = Arrays.copyOf(sha(utf8(name + "\n"), new byte[] {1}, raw), 4);
        return text + "\n— " + name + " " + base64(join(id, sign(utf8(text), logKey))) + "\n";
    }

    private static byte[] leaf(Map<String, String> values) {
        var sorted =
                new TreeMap<String, String>((a, b) ->
                        a.length() == b.length() ? a.compareTo(b) : a.length() - b.length());
        sorted.putAll(values);
        var out = new ByteArrayOutputStream();
        out.write(0xA0 + 1 + sorted.size());
        out.writeBytes(new byte[] {0x61, 'v', 1});
        sorted.forEach((name, value) -> {
            out.write(0x60 + name.length());
            out.writeBytes(utf8(name));
            out.writeBytes(new byte[] {0x58, 0x20});
            out.writeBytes(
                    sha(
                            utf8("jikim/field/v1"),
                            new byte[1],
                            utf8(name),
                            new byte[1],
                            salt(name),
                            utf8(value)));
        });
        return out.toByteArray();
    }

    private static byte[] salt(String name) {
        return Arrays.copyOf(sha(utf8("salt of " + name)), 16);
    }

    private static byte[] node(byte[] left, byte[] right) {
        return sha(new byte[] {1}, left, right);
    }

    private static byte[] sign(byte[] message, KeyPair key) throws GeneralSecurityException {
        var signature = Signature.getInstance("Ed25519");
        signature.initSign(key.getPrivate());
        signature.update(message);
        return signature.sign();
    }

    private static byte[] sha(byte[]... parts) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(join(parts));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] join(byte[]... parts) {
        var out = new ByteArrayOutputStream();
        for (var part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static void writeKey(Path file, KeyPair key) throws IOException {
        Files.writeString(
                file,
                "-----BEGIN PUBLIC KEY-----\n"
                        + base64(key.getPublic().getEncoded())
                        + "\n-----END PUBLIC KEY-----\n");
    }
}
