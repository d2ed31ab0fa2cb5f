package io.jikim.identity.verification.adapter.in.schedule;

import io.jikim.identity.verification.application.ExpireVerification;
import io.jikim.identity.verification.application.SendMail;
import io.jikim.identity.verification.application.SendMail.Delivery;
import io.jikim.identity.verification.application.port.DueVerifications.DueVerification;
import io.jikim.identity.verification.application.port.Mails.DueMail;
import io.jikim.platform.access.TenantScope;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/// One mail or one verification, for the tenant it belongs to.
@ApplicationScoped
class TenantMails {

    private static final Logger LOG = Logger.getLogger(TenantMails.class);

    private final SendMail sendMail;
    private final ExpireVerification expireVerification;

    TenantMails(SendMail sendMail, ExpireVerification expireVerification) {
        this.sendMail = sendMail;
        this.expireVerification = expireVerification;
    }

    void send(DueMail due) {
        switch (TenantScope.call(due.tenant(), () -> sendMail.send(due.id()))) {
            case Delivery.Sent _ -> LOG.debugf("A mail went mail=%s", due.id());
            case Delivery.Dropped(var why) ->
                    LOG.infof("A mail was dropped mail=%s: %s", due.id(), why);
            case Delivery.Postponed(var cause) ->
                    LOG.warnf("A mail waits mail=%s: %s", due.id(), cause);
        }
    }

    void expire(DueVerification due) {
        TenantScope.call(due.tenant(), () -> expireVerification.expire(due.id()));
    }
}
