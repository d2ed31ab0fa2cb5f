package io.jikim.retention.erasure.adapter.in.rest;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.ResourceBundle;

/// A case as one read-only page.
@ApplicationScoped
class CasePage {
    private final Template page;

    CasePage(@Location("case.html") Template page) {
        this.page = page;
    }

    String of(CaseView view, String lang) {
        var words = new PageWords(lang.startsWith("en") ? Locale.ENGLISH : Locale.KOREAN);
        return page.data("case", view).data("words", words).render();
    }

    /// The words of the page; called by the template.
    public static final class PageWords {
        private final ResourceBundle words;
        private final Locale locale;

        PageWords(Locale locale) {
            this.locale = locale;
            words =
                    ResourceBundle.getBundle(
                            "words/case",
                            locale,
                            ResourceBundle.Control.getNoFallbackControl(
                                    ResourceBundle.Control.FORMAT_PROPERTIES));
        }

        public String lang() {
            return locale.getLanguage();
        }

        public String get(String key) {
            return words.containsKey(key) ? words.getString(key) : key;
        }
    }
}
