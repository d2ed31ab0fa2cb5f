package io.jikim.audit.application.port;

import java.util.List;

/// Tells the speakers that their facts have a place in the log.
public interface Receipts {

    void announce(List<Entry> entries);
}
