package io.jikim.audit.adapter.in.rest;

import io.jikim.audit.application.port.BrokenLog;
import io.jikim.audit.application.port.NotContinued;
import io.jikim.platform.problem.Problem;
import jakarta.ws.rs.core.Response;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/// What somebody is told who wants something recorded while the log takes nothing.
class LogProblems {
    private static final Logger LOG = Logger.getLogger(LogProblems.class);

    @ServerExceptionMapper
    public Response busy(LogBusy e) {
        return Problem.of(503, "log-busy")
                .detail(e.getMessage())
                .header("Retry-After", "1")
                .response();
    }

    /// People have to look at the log first, and that takes longer.
    @ServerExceptionMapper({NotContinued.class, BrokenLog.class})
    public Response halted(RuntimeException e) {
        LOG.warnf("Nothing can be recorded: %s", e.getMessage());
        return Problem.of(503, "log-halted").header("Retry-After", "60").response();
    }
}
