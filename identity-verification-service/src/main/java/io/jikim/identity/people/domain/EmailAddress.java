package io.jikim.identity.people.domain;

import java.net.IDN;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/// An address that mail can be sent to as it stands: the domain as A-labels in lower case, the
/// local part as the person wrote it.
public record EmailAddress(String value) {

    private static final Pattern LOCAL =
            Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*");
    private static final Pattern DOMAIN =
            Pattern.compile(
                    "([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])");

    public EmailAddress {
        int at = value.lastIndexOf('@');
        if (at < 1
                || at > 64
                || value.length() > 254
                || !LOCAL.matcher(value.substring(0, at)).matches()
                || !DOMAIN.matcher(value.substring(at + 1)).matches()) {
            throw new IllegalArgumentException("This is no address that mail can be sent to");
        }
    }

    /// Full-width letters, blanks around and a domain in any script are brought to the one form.
    ///
    /// @throws IllegalArgumentException if no mail can be sent there; the message never repeats it
    public static EmailAddress of(String written) {
        var address = Normalizer.normalize(written.strip(), Normalizer.Form.NFKC);
        int at = address.lastIndexOf('@');
        if (at < 1) {
            throw new IllegalArgumentException("This is no address that mail can be sent to");
        }
        return new EmailAddress(address.substring(0, at) + '@' + ascii(address.substring(at + 1)));
    }

    private static String ascii(String domain) {
        try {
            return IDN.toASCII(domain, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException _) {
            throw new IllegalArgumentException("This is no address that mail can be sent to");
        }
    }

    /// The form for comparing: mailboxes that differ in case only are one, for nobody runs two.
    public String folded() {
        return value.toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return "EmailAddress[…]";
    }
}
