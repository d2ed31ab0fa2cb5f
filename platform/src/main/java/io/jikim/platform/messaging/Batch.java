package io.jikim.platform.messaging;

import java.util.List;

/// Letters that are about to be told, in the order of their outbox ids, and the mark that the
/// database was given for them: whatever copy has the mark has the letters too.
record Batch(long mark, List<Letter> letters) {

    Batch {
        letters = List.copyOf(letters);
    }
}
