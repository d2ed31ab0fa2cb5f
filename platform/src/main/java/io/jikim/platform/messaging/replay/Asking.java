package io.jikim.platform.messaging.replay;

import io.jikim.platform.messaging.Stream;
import jakarta.inject.Singleton;

/// Asks speakers for events that have not come, for a reader that keeps its own account of what
/// has; the inbox asks by itself.
@Singleton
public class Asking {

    private final Remarks remarks;

    Asking(Remarks remarks) {
        this.remarks = remarks;
    }

    /// The speaker tells again what it still has of these numbers, on their own topic.
    ///
    /// @throws io.jikim.platform.messaging.RetryLater where the broker does not take it
    public void ask(Stream stream, int epoch, long from, long to) {
        remarks.make(
                new Remark.Missing(
                        stream.tenant(),
                        stream.subject(),
                        stream.topic(),
                        stream.source(),
                        epoch,
                        from,
                        to));
    }
}
