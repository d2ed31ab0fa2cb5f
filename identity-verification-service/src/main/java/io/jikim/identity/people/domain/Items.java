package io.jikim.identity.people.domain;

import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// What a person gave, by item; prints the codes, never a value.
public record Items(Map<ItemCode, ItemValue> values) {

    public Items {
        values = Map.copyOf(values);
    }

    /// The items as written, with the address in its one form.
    ///
    /// @throws IllegalArgumentException for a code or value that no policy could allow
    public static Items of(Map<String, String> written) {
        var values = new TreeMap<ItemCode, ItemValue>();
        written.forEach(
                (code, value) -> values.put(new ItemCode(code), value(new ItemCode(code), value)));
        return new Items(values);
    }

    /// One value as it is kept.
    public static ItemValue value(ItemCode code, String written) {
        return code.equals(ItemCode.EMAIL)
                ? new ItemValue(EmailAddress.of(written).value())
                : new ItemValue(written.strip());
    }

    public Set<ItemCode> codes() {
        return values.keySet();
    }

    /// @throws NoSuchElementException where nothing was given for it
    ItemValue get(ItemCode code) {
        return find(code).orElseThrow();
    }

    private Optional<ItemValue> find(ItemCode code) {
        return Optional.ofNullable(values.get(code));
    }

    public Optional<EmailAddress> email() {
        return find(ItemCode.EMAIL).map(value -> new EmailAddress(value.value()));
    }

    @Override
    public String toString() {
        return "Items" + codes();
    }
}
