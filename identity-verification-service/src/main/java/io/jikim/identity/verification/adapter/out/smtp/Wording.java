package io.jikim.identity.verification.adapter.out.smtp;

import io.jikim.identity.verification.domain.Letter;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The texts of verification mails, Korean and English; only a code and a number are put in, so
/// nothing that a person wrote can reach a mail.
@ApplicationScoped
class Wording {

    private static final Map<String, String> SUBJECTS =
            Map.of(
                    "ko", "[%s] 이메일 확인 코드",
                    "en", "[%s] Your e-mail verification code");

    private final Map<String, String> texts = new ConcurrentHashMap<>();

    String subject(Letter letter) {
        var subject = SUBJECTS.getOrDefault(letter.lang(), "[%s]");
        return subject.formatted(letter.code().digits());
    }

    String text(Letter letter) {
        return filled("verification." + letter.lang() + ".txt", letter);
    }

    String html(Letter letter) {
        return filled("verification." + letter.lang() + ".html", letter);
    }

    private String filled(String name, Letter letter) {
        return texts.computeIfAbsent(name, Wording::read)
                .replace("{code}", letter.code().digits())
                .replace("{minutes}", String.valueOf(letter.minutesValid()));
    }

    private static String read(String name) {
        try (var text = Wording.class.getResourceAsStream("/mails/" + name)) {
            if (text == null) {
                throw new IllegalStateException("There is no mail text " + name);
            }
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
