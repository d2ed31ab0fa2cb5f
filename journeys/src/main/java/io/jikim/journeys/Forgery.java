package io.jikim.journeys;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Base64;
import java.util.Map;

/// Certificates that are not what they say.
final class Forgery {

    private static final com.fasterxml.jackson.databind.ObjectMapper CANONICAL =
            new com.fasterxml.jackson.databind.ObjectMapper()
                    .enable(
                            com.fasterxml.jackson.databind.SerializationFeature
                                    .ORDER_MAP_ENTRIES_BY_KEYS);

    private final JsonNode bundle;
    private final Path directory;

    Forgery(JsonNode bundle, Path directory) {
        this.bundle = bundle;
        this.directory = directory;
    }

    /// One digit of the case's id is another.
    Path flipped() throws IOException {
        var text = bundle.toString();
        var at = text.indexOf("\"certificate\":{");
        var digit = at + text.substring(at).replaceAll("(?s)^([^0-9]*).*", "$1").length();
        var flipped = (char) (text.charAt(digit) ^ 1);
        return write(
                "flipped.json", text.substring(0, digit) + flipped + text.substring(digit + 1));
    }

    /// Better numbers, and a signature of the forger's own key over them.
    Path resigned() throws IOException {
        var forged = (ObjectNode) bundle.deepCopy();
        ((ObjectNode) forged.get("certificate")).put("level", "L4");
        ((ObjectNode) forged.get("signature")).put("value", sign(forged.get("certificate")));
        return write("resigned.json", forged.toString());
    }

    Path rubbish() throws IOException {
        return write("rubbish.json", "{\"certificate\":");
    }

    private static String sign(JsonNode certificate) throws IOException {
        try {
            var signature = Signature.getInstance("Ed25519");
            signature.initSign(
                    KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPrivate());
            var canonical =
                    CANONICAL.writeValueAsString(CANONICAL.convertValue(certificate, Map.class));
            signature.update(canonical.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text);
    }
}
