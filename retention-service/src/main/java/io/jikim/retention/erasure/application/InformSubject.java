package io.jikim.retention.erasure.application;

import io.jikim.retention.erasure.application.port.ResultNotices;
import io.jikim.retention.erasure.domain.ErasureId;
import jakarta.enterprise.context.ApplicationScoped;

/// Use case: the person is told what was erased and what stays, before the address is destroyed.
@ApplicationScoped
public class InformSubject {
    private final PrepareNotice prepare;
    private final ResultNotices notices;
    private final RecordNotice record;

    InformSubject(PrepareNotice prepare, ResultNotices notices, RecordNotice record) {
        this.prepare = prepare;
        this.notices = notices;
        this.record = record;
    }

    /// True if nobody has to be told any more; false while the mail server is away: the case stays
    /// open and says so. A refusal that may be meant for us and not for the address is believed
    /// once the case is overdue: until then people had time to mend the mail server.
    public boolean inform(ErasureId id) {
        var notice = prepare.prepare(id);
        if (notice.isEmpty()) {
            return true;
        }
        var person = notice.get().person();
        if (person.email() == null) {
            record.noAddress(id);
            return true;
        }
        try {
            notices.send(person, notice.get().erasure());
        } catch (ResultNotices.NoticeRefused refused) {
            return refused(id, refused, notice.get().overdue());
        } catch (ResultNotices.NoticeNotSent _) {
            return false;
        }
        record.sent(id);
        return true;
    }

    private boolean refused(ErasureId id, ResultNotices.NoticeRefused refused, boolean overdue) {
        if (!refused.isCertain() && !overdue) {
            return false;
        }
        record.undeliverable(id, refused.reply());
        return true;
    }
}
