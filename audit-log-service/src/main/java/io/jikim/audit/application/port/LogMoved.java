package io.jikim.audit.application.port;

/// Another sequencer was faster; nothing of this batch is written, and it can be tried again.
public class LogMoved extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public LogMoved(long size) {
        super("the log is no longer at size " + size);
    }
}
