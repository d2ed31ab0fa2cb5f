package io.jikim.journeys;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// The mailbox of the local stack, where the mails to the person can be read.
final class Post {

    private static final Pattern LINK = Pattern.compile("https?://\\S+");
    private static final Pattern CODE = Pattern.compile("\\b(\\d{6})\\b");

    private final Api mailbox;

    Post(Stage stage) {
        mailbox = new Api(stage.uri("JIKIM_MAILBOX_URL"), () -> "");
    }

    /// Six digits from the newest mail to this address that has them.
    String codeFor(String address) {
        return Patience.find("a mail with a code", Duration.ofSeconds(20), () -> codeIn(address));
    }

    /// The text of the newest mail to this address with this word in its text or subject.
    String mailFor(String address, String word) {
        return Patience.find(
                "a mail that says " + word,
                Duration.ofSeconds(20),
                () ->
                        mails(address)
                                .map(mail -> mail.path("subject").asText() + "\n" + text(mail))
                                .filter(text -> text.contains(word))
                                .reduce((_, last) -> last));
    }

    /// How many mails there are to this address.
    long count(String address) {
        return mails(address).count();
    }

    /// What the mails to this address show besides their text: each subject, and each address of a
    /// page that they link to.
    List<String> subjectsAndLinks(String address) {
        return mails(address)
                .flatMap(mail ->
                        Stream.concat(
                                Stream.of(mail.path("subject").asText()),
                                LINK.matcher(text(mail)).results().map(MatchResult::group)))
                .toList();
    }

    private Optional<String> codeIn(String address) {
        return mails(address)
                .map(Post::text)
                .flatMap(text -> CODE.matcher(text).results())
                .map(match -> match.group(1))
                .reduce((_, last) -> last);
    }

    private Stream<JsonNode> mails(String address) {
        var to = URLEncoder.encode(address, StandardCharsets.UTF_8);
        var mails = mailbox.get("/api/mails?to=" + to).expect(200, "the mailbox").json();
        return StreamSupport.stream(mails.spliterator(), false);
    }

    private static String text(JsonNode mail) {
        return mail.path("text").asText() + mail.path("html").asText();
    }
}
