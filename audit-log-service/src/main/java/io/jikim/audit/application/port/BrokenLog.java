package io.jikim.audit.application.port;

/// What is stored does not give the root that was signed; nothing more is appended until somebody
/// has looked.
public class BrokenLog extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public BrokenLog(long size) {
        super("the entries before " + size + " do not give the stored root");
    }
}
