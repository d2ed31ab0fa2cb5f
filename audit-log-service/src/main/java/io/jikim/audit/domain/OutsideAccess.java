package io.jikim.audit.domain;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An access as an outside system tells of it: texts that nobody has looked at yet.
public record OutsideAccess(
        @Nullable String id, Did did, List<@Nullable String> subjects, @Nullable Bulk bulk) {

    /// What was done. `note` is free text.
    public record Did(
            @Nullable String at,
            Who actor,
            @Nullable String from,
            @Nullable String action,
            @Nullable String resource,
            @Nullable String reason,
            @Nullable String note) {}

    /// Who did it: as the system knows its people, by what account, in which role there.
    public record Who(@Nullable String id, @Nullable String account, @Nullable String role) {}

    /// How many people's data, and the digest of the question that found them. `count` is a number
    /// as it was written: half a person must not become none.
    public record Bulk(@Nullable Number count, @Nullable String queryDigest) {}

    /// Everything that is wrong with it, in the order of its fields.
    public List<Flaw> flaws(Instant now) {
        return new OutsideRule(now).flaws(this);
    }

    /// What is kept sealed only, by the names the leaf has.
    public Map<String, String> hidden() {
        var hidden = new TreeMap<String, String>();
        put(hidden, "from", did.from);
        put(hidden, "account", did.actor.account);
        put(hidden, "note", did.note);
        return hidden;
    }

    /// The fact it tells of, where it has no flaws but its age.
    ///
    /// @param source the system that tells, as its token names it
    public Fact.Access fact(String tenant, String source, Fact.Origin origin) {
        var actor = text(did.actor.id);
        var told =
                Told.posted(
                        UUID.fromString(text(id)),
                        tenant,
                        actor,
                        OutsideRule.instant(text(did.at)),
                        source);
        var deed =
                new Fact.Deed(
                        actor,
                        text(did.actor.role),
                        text(did.action),
                        text(did.resource),
                        text(did.reason));
        var people = subjects.stream().map(subject -> UUID.fromString(text(subject))).toList();
        return new Fact.Access(told, deed, people, origin, many());
    }

    private Fact.@Nullable Bulk many() {
        return bulk == null || bulk.count == null
                ? null
                : new Fact.Bulk(bulk.count.longValue(), text(bulk.queryDigest));
    }

    private static void put(Map<String, String> hidden, String name, @Nullable String value) {
        if (value != null) {
            hidden.put(name, value);
        }
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
