package io.jikim.localstack;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/// One received mail as it is shown: `text` is its plain part, `html` its HTML part, empty when
/// there is none.
record Mail(String from, List<String> to, String subject, String sent, String text, String html) {

    static Mail of(MimeMessage message) {
        try {
            return new Mail(
                    addresses(message.getFrom()).stream().findFirst().orElse(""),
                    addresses(message.getAllRecipients()),
                    message.getSubject() == null ? "" : message.getSubject(),
                    message.getSentDate() == null
                            ? ""
                            : message.getSentDate().toInstant().toString(),
                    content(message, "text/plain"),
                    content(message, "text/html"));
        } catch (MessagingException | IOException e) {
            return new Mail("", List.of(), "(unreadable mail)", "", String.valueOf(e), "");
        }
    }

    boolean isTo(String address) {
        return to.stream().anyMatch(address::equalsIgnoreCase);
    }

    private static List<String> addresses(Address[] addresses) {
        return addresses == null
                ? List.of()
                : Arrays.stream(addresses).map(Address::toString).toList();
    }

    private static String content(Part part, String type) throws MessagingException, IOException {
        if (part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                var found = content(parts.getBodyPart(i), type);
                if (!found.isEmpty()) {
                    return found;
                }
            }
            return "";
        }
        return part.isMimeType(type) ? String.valueOf(part.getContent()) : "";
    }
}
