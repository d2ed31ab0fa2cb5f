package io.jikim.audit.application.port;

import io.jikim.audit.domain.Gap;
import io.jikim.audit.domain.Numbered;
import io.jikim.audit.domain.Reach;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/// Which numbers of each speaker's streams have come, and which should have.
public interface Tallies {

    /// Any of them once or again, in any order.
    void come(Collection<Numbered> numbers);

    /// The speaker's heart beat: what it speaks of and has not come is missing from now on.
    void beat(String source, List<Reach> reaches, Instant now);

    /// Forgets what is missing no more. Returns it, as far as it was named.
    List<Gap> settle();

    /// Names what has been missing since `before` or longer. Returns what was not named yet.
    List<Gap> name(Instant before, Instant now);

    /// What is named and to be asked for now: at first after it was named, then after `pause`, and
    /// each time after twice as long, up to `longest`.
    List<Gap> ask(Instant now, Duration pause, Duration longest);

    /// What is named and has not come.
    List<Gap> missing();

    /// When the heart of each speaker that was ever heard last beat.
    Map<String, Instant> heartbeats();

    /// Forgets streams in which nothing has happened for so long that nobody speaks of them.
    /// Returns whether there were any.
    boolean forgetQuiet();
}
