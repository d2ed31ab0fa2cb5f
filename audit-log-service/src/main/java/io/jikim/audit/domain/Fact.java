package io.jikim.audit.domain;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Something that gets a place in the log.
public sealed interface Fact {

    Told told();

    /// What it is known by: told once more, it keeps its first place.
    default Name name() {
        return new Name(told().event(), "");
    }

    /// An event's id, and who claims it; nobody (`""`) where the topic binds its speakers, so that
    /// no claim can stand in the place of such a fact.
    record Name(UUID event, String claimedBy) {}

    /// What the leaf commits to, and stays readable beside the log as long as it may be disclosed.
    SortedMap<String, String> fields();

    /// What the leaf commits to as well, but is kept sealed only.
    default Map<String, String> hidden() {
        return Map.of();
    }

    /// All that the leaf commits to about it.
    private SortedMap<String, String> committed() {
        var all = fields();
        all.putAll(hidden());
        return all;
    }

    private static SortedMap<String, String> common(Told told) {
        var fields = new TreeMap<String, String>();
        fields.put("event", told.event().toString());
        fields.put("tenant", told.tenant());
        fields.put("type", told.type());
        fields.put("time", told.time().toString());
        fields.put("source", told.source());
        fields.put("position", told.position());
        return fields;
    }

    /// Somebody saw or changed personal data (PIPA Safety Measures Standard Art. 8: who, when, from
    /// where, whose, what).
    record Access(Told told, Deed deed, List<UUID> subjects, Origin origin, @Nullable Bulk bulk)
            implements Fact {
        private static final List<String> SAID =
                List.of(
                        "time",
                        "actor",
                        "account",
                        "role",
                        "from",
                        "action",
                        "resource",
                        "subjects",
                        "count",
                        "queryDigest",
                        "reason",
                        "note");

        public Access {
            subjects = List.copyOf(subjects);
        }

        public Access(Told told, Deed deed, List<UUID> subjects, Origin origin) {
            this(told, deed, subjects, origin, null);
        }

        /// An outside system chooses its ids itself, so it can take none from anybody else.
        @Override
        public Name name() {
            return told.isPosted()
                    ? new Name(told.event(), told.source() + "@" + told.tenant())
                    : Fact.super.name();
        }

        /// Whether an entry with these fields is what came of it.
        public boolean isTold(Map<String, String> entry) {
            var mine = ((Fact) this).committed();
            return SAID.stream().allMatch(name -> Objects.equals(mine.get(name), entry.get(name)));
        }

        /// Whether both tell the same, as far as somebody outside says it.
        public boolean tellsTheSame(Access other) {
            return isTold(((Fact) other).committed());
        }

        @Override
        public SortedMap<String, String> fields() {
            var fields = common(told);
            fields.put("actor", deed.actor());
            fields.put("role", deed.role());
            fields.put("action", deed.action());
            fields.put("resource", deed.resource());
            fields.put("reason", deed.reason());
            fields.put(
                    "subjects",
                    subjects.stream()
                            .map(UUID::toString)
                            .sorted()
                            .collect(Collectors.joining(",")));
            if (bulk != null) {
                fields.put("count", Long.toString(bulk.count()));
                fields.put("queryDigest", bulk.queryDigest());
            }
            return fields;
        }

        @Override
        public Map<String, String> hidden() {
            return origin.fields();
        }
    }

    /// People who are not named one by one: how many, and the SHA-256 (lower-case hex) of the
    /// question by which they can be found again.
    record Bulk(long count, String queryDigest) {
        private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

        public Bulk {
            if (count < 1 || !isDigest(queryDigest)) {
                throw new IllegalArgumentException("a count from 1 on and a SHA-256 in hex");
            }
        }

        static boolean isDigest(String text) {
            return DIGEST.matcher(text).matches();
        }
    }

    /// Who did what, and the reason given; `""` where none was asked for and none given.
    record Deed(String actor, String role, String action, String resource, String reason) {}

    /// Where an access came from, the account it was made with and the note left with it; `sealed`
    /// is the Base64 in which they travelled.
    record Origin(String sealed, Map<String, String> fields) {
        private static final Set<String> NAMES = Set.of("from", "note", "account");

        /// Whatever else was sealed must not stand in for a field of the record.
        public Origin {
            var known = new TreeMap<>(fields);
            known.keySet().retainAll(NAMES);
            fields = Map.copyOf(known);
        }
    }

    /// A fact in the life of a consent, a person, an erasure; `data` is what was said, word for
    /// word, `stated` are parts of it that can be disclosed one by one.
    record Lifecycle(Told told, String data, Map<String, String> stated) implements Fact {
        public Lifecycle {
            stated = Map.copyOf(stated);
        }

        @Override
        public SortedMap<String, String> fields() {
            var fields = common(told);
            fields.put("subject", told.subject());
            fields.put("data", data);
            fields.putAll(stated);
            return fields;
        }
    }

    /// What somebody says to have done, under a name that nobody has verified here; `data` is what
    /// was said, word for word, with the signature by which others judge it.
    record Claim(Told told, String data) implements Fact {
        @Override
        public Name name() {
            return new Name(told.event(), told.source());
        }

        @Override
        public SortedMap<String, String> fields() {
            return new Lifecycle(told, data, Map.of()).fields();
        }
    }
}
