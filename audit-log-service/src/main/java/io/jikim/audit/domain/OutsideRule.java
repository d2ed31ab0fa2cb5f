package io.jikim.audit.domain;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a record from outside has to be like (Safety Measures Standard Art. 2, 8: who, when, from
/// where, whose, what).
final class OutsideRule {
    /// A clock ahead of ours by more than this is wrong.
    static final Duration SKEW = Duration.ofMinutes(5);

    /// A system that was cut off for a month can still tell; what comes later would slip into a
    /// month that was inspected already (Art. 8(2), monthly where the plan says nothing else).
    static final Duration LATEST = Duration.ofDays(31);

    // As many as a record of our own names; whatever is more is told as bulk.
    private static final int MOST_SUBJECTS = 1_000;
    private static final long MOST_PEOPLE = 10_000_000_000L;
    private static final int SHORT = 200;
    private static final int LONG = 1_000;

    private static final Pattern UUID_TEXT =
            Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    // RFC 3339; the log keeps microseconds, and a time that it would cut is another time
    private static final Pattern TIME =
            Pattern.compile(
                    "\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,6})?(Z|[+-]\\d{2}:\\d{2})");
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}:._-]{0,79}");
    private static final Pattern REASON = Pattern.compile("[A-Z_]{3,40}");
    private static final Pattern LINE = Pattern.compile("[^\\p{Cntrl}]*");

    private final Instant now;
    private final List<Flaw> flaws = new ArrayList<>();

    OutsideRule(Instant now) {
        this.now = now;
    }

    List<Flaw> flaws(OutsideAccess access) {
        var did = access.did();
        id(access.id());
        at(did.at());
        line("did.actor.id", did.actor().id());
        ifGiven("did.actor.account", did.actor().account());
        role(did.actor().role());
        line("did.from", did.from());
        line("did.resource", did.resource());
        note(did.note());
        bulk(access.bulk());
        subjects(access.subjects());
        action(access);
        reasonForm(did.reason());
        return List.copyOf(flaws);
    }

    static Instant instant(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }

    private void id(@Nullable String id) {
        if (id == null) {
            required("id");
        } else if (!UUID_TEXT.matcher(id).matches()) {
            wrong("id", "malformed", "a UUID");
        }
    }

    private void at(@Nullable String at) {
        if (at == null) {
            required("did.at");
            return;
        }
        try {
            if (TIME.matcher(at).matches()) {
                when(instant(at));
                return;
            }
        } catch (DateTimeException _) {
            // the 30th of February has the form of a day
        }
        wrong("did.at", "malformed", "a time of RFC 3339 with at most microseconds");
    }

    private void when(Instant at) {
        if (at.isAfter(now.plus(SKEW))) {
            wrong("did.at", "in-future", "at most five minutes ahead of the log's clock");
        } else if (at.isBefore(now.minus(LATEST))) {
            wrong("did.at", Flaw.TOO_OLD, "at most 31 days ago");
        }
    }

    private void role(@Nullable String role) {
        if (role != null && !NAME.matcher(role).matches()) {
            wrong("did.actor.role", "malformed", "at most 80 letters, digits and : . _ -");
        }
    }

    private void note(@Nullable String note) {
        if (note != null && note.length() > LONG) {
            wrong("did.note", "too-long", "at most 1,000 characters");
        }
    }

    private void bulk(OutsideAccess.@Nullable Bulk bulk) {
        if (bulk == null) {
            return;
        }
        if (bulk.count() == null) {
            required("bulk.count");
        } else if (!isWhole(bulk.count())) {
            wrong("bulk.count", "malformed", "a whole number");
        } else if (bulk.count().longValue() < 1 || bulk.count().longValue() > MOST_PEOPLE) {
            wrong("bulk.count", "out-of-range", "from 1 to 10,000,000,000 people");
        }
        if (bulk.queryDigest() == null) {
            required("bulk.queryDigest");
        } else if (!Fact.Bulk.isDigest(bulk.queryDigest())) {
            wrong("bulk.queryDigest", "malformed", "a SHA-256 as 64 digits 0-9 a-f");
        }
    }

    private static boolean isWhole(Number count) {
        return count instanceof Integer || count instanceof Long;
    }

    private void subjects(List<@Nullable String> subjects) {
        if (subjects.size() > MOST_SUBJECTS) {
            wrong("subjects", "too-many", "at most 1,000; tell of more as bulk");
            return;
        }
        var seen = new HashSet<String>();
        for (int i = 0; i < subjects.size(); i++) {
            var subject = subjects.get(i);
            if (subject == null || !UUID_TEXT.matcher(subject).matches()) {
                wrong("subjects." + i, "malformed", "a subjectRef (UUID)");
            } else if (!seen.add(subject.toLowerCase(Locale.ROOT))) {
                wrong("subjects." + i, "repeated", "each person once");
            }
        }
    }

    private void action(OutsideAccess access) {
        var code = access.did().action();
        if (code == null) {
            required("did.action");
            return;
        }
        var known = Action.fromOutside(code);
        if (known.isEmpty()) {
            wrong("did.action", "unknown-action", "one of GET /v1/access-records/actions");
        }
        boolean named = !access.subjects().isEmpty();
        if (named && access.bulk() != null) {
            wrong("bulk", "not-with-subjects", "either subjects or bulk");
        }
        known.ifPresent(action -> {
            if (action.needs(Action.Need.WHOSE) && !named && access.bulk() == null) {
                wrong("subjects", "required", "whose data it was: subjects or bulk");
            }
            if (action.needs(Action.Need.REASON) && access.did().reason() == null) {
                wrong("did.reason", "required", "why, because data left the system");
            }
        });
    }

    private void reasonForm(@Nullable String reason) {
        if (reason != null && !REASON.matcher(reason).matches()) {
            wrong("did.reason", "malformed", "a code [A-Z_]{3,40}");
        }
    }

    private void line(String field, @Nullable String text) {
        if (text == null || text.isBlank()) {
            required(field);
        } else {
            ifGiven(field, text);
        }
    }

    private void ifGiven(String field, @Nullable String text) {
        if (text == null) {
            return;
        }
        if (text.isBlank() || !LINE.matcher(text).matches()) {
            wrong(field, "malformed", "one line of text");
        } else if (text.length() > SHORT) {
            wrong(field, "too-long", "at most 200 characters");
        }
    }

    private void required(String field) {
        wrong(field, "required", "must be given");
    }

    private void wrong(String field, String code, String message) {
        flaws.add(new Flaw(field, code, message));
    }
}
