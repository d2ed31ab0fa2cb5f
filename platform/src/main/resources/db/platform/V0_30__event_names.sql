-- An event is known by its id and by who said it where: an id alone belongs to whoever is heard with it first.
alter table inbox
    add column topic  text not null default '',
    add column source text not null default '',
    drop constraint inbox_pkey;

-- What was heard before is known in every stream of its subject that it may have come from. On topics without order that cannot be
-- told: such an event would have its effect once more if it came again, which changes nothing there (docs/adr/002).
insert into inbox (consumer, event_id, tenant, subject, epoch, sequence, at, topic, source)
select i.consumer, i.event_id, i.tenant, i.subject, i.epoch, i.sequence, i.at, c.topic, c.source
from inbox i join inbox_cursor c using (consumer, tenant, subject);
delete from inbox where topic = '';

alter table inbox
    alter column topic drop default,
    alter column source drop default,
    add primary key (consumer, event_id, topic, source);

alter table parked drop constraint parked_pkey, add primary key (consumer, event_id, topic, source);
