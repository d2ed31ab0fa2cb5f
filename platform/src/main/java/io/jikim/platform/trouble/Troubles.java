package io.jikim.platform.trouble;

import io.jikim.platform.problem.Unquoted;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/// Work that is done again and again: the log hears when its trouble begins and when it ends, not
/// of every try.
public final class Troubles {
    private final Logger log;
    private final Set<String> places = ConcurrentHashMap.newKeySet();

    public Troubles(Logger log) {
        this.log = log;
    }

    /// Does the work and swallows its failure: it will be tried again.
    ///
    /// @param place what is done, with ids only, such as `sweep of the archive tenant=a`
    public void during(String place, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            if (places.add(place)) {
                log.warnf(Unquoted.of(e), "Trouble begins: %s", place);
            }
            return;
        }
        if (places.remove(place)) {
            log.infof("Trouble is over: %s", place);
        }
    }
}
