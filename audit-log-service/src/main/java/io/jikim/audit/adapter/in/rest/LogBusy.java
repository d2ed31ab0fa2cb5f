package io.jikim.audit.adapter.in.rest;

/// More waits to be recorded than can be held, or it took too long: come again with the same ids.
class LogBusy extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LogBusy(String why) {
        super(why, null, false, false);
    }
}
