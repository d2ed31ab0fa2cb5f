package io.jikim.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// What `verify.html` may do. That it judges like the command line is shown by `./jikim drill
/// verifiers`, which needs Node.
class PageTest {
    private final String page;

    PageTest() throws IOException {
        page = Files.readString(Path.of("src", "main", "html", "verify.html"));
    }

    @Test
    void nothing_runs_but_its_own_script_and_nothing_is_fetched() {
        assertThat(policy())
                .isEqualTo(
                        "default-src 'none'; script-src '"
                                + hash(inside("script"))
                                + "'; style-src '"
                                + hash(inside("style"))
                                + "'; base-uri 'none'; form-action 'none'");
        assertThat(page).containsOnlyOnce("<script").containsOnlyOnce("<style");
        assertThat(page.toLowerCase(java.util.Locale.ROOT))
                .doesNotContain("http:", "https:", "src=", "href=", "@import", "url(", "fetch(")
                .doesNotContain("xmlhttprequest", "innerhtml", "eval(", "import(", "websocket");
    }

    @Test
    void says_everything_in_both_languages() {
        var english = inside("script").split("\n    ko: \\{")[0];
        var korean = inside("script").split("\n    ko: \\{")[1].split("\n    },")[0];
        assertThat(names(korean)).isEqualTo(names(english)).hasSizeGreaterThan(40);
        var labels =
                Pattern.compile("data-text=\"(\\w+)\"")
                        .matcher(page)
                        .results()
                        .map(m -> m.group(1));
        assertThat(names(korean)).containsAll(labels.toList());
    }

    private String policy() {
        var meta = Pattern.compile("Content-Security-Policy\" content=\"([^\"]*)\"").matcher(page);
        assertThat(meta.find()).isTrue();
        return meta.group(1);
    }

    private String inside(String element) {
        int from = page.indexOf("<" + element + ">") + element.length() + 2;
        return page.substring(from, page.indexOf("</" + element + ">"));
    }

    private static Set<String> names(String texts) {
        return Pattern.compile("(?<=[ ,{])(\\w+): '")
                .matcher(texts)
                .results()
                .map(m -> m.group(1))
                .collect(Collectors.toSet());
    }

    private static String hash(String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        return "sha256-" + Base64.getEncoder().encodeToString(Sha256.of(bytes));
    }
}
