package io.jikim.retention.erasure.adapter.in.schedule;

/// Work that may break off, and what is done about it then.
final class Attempt {
    private Attempt() {}

    /// Errors too: what cannot be loaded for one case must not keep the others waiting.
    static void at(Runnable work, Runnable postpone) {
        try {
            work.run();
        } catch (RuntimeException | Error e) {
            try {
                postpone.run();
            } catch (RuntimeException second) {
                e.addSuppressed(second);
            }
            throw e;
        }
    }
}
