package io.jikim.platform.problem;

import io.quarkus.hibernate.validator.ValidatorFactoryCustomizer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.MessageInterpolator;
import java.util.Locale;
import org.hibernate.validator.BaseHibernateValidatorConfiguration;
import org.hibernate.validator.messageinterpolation.ResourceBundleMessageInterpolator;

/// Says what is wrong with a request in the language of every other word of a problem, whatever the
/// caller's language or the machine's: programs read the code.
@ApplicationScoped
class EnglishMessages implements ValidatorFactoryCustomizer {

    @Override
    public void customize(BaseHibernateValidatorConfiguration<?> validator) {
        validator.messageInterpolator(new English(new ResourceBundleMessageInterpolator()));
    }

    private record English(MessageInterpolator bundles) implements MessageInterpolator {

        // the root bundle is the English one; asked for English, Java would first try the machine's
        // language
        @Override
        public String interpolate(String template, Context context) {
            return bundles.interpolate(template, context, Locale.ROOT);
        }

        @Override
        public String interpolate(String template, Context context, Locale locale) {
            return interpolate(template, context);
        }
    }
}
