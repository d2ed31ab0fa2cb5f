-- On jikim.erasure-acknowledgements anybody who participates speaks, under a name that nobody has verified. What is told there is
-- known by its id and that name; everything else by its id alone (''), and so cannot be kept out by a claim with the same id.
alter table entry add column claimed_by text not null default '';
alter table disclosure add column claimed_by text not null default '';

-- The leaf and its hash stay as they are; only what the row is found by is added.
alter table entry disable trigger only_grows;
update entry e set claimed_by = d.fields::jsonb ->> 'source'
from disclosure d where d.index = e.index and d.fields::jsonb ->> 'type' = 'io.jikim.erasure.acknowledged.v1';
alter table entry enable trigger only_grows;
update disclosure d set claimed_by = e.claimed_by from entry e where e.index = d.index and e.claimed_by <> '';

alter table entry
    alter column claimed_by drop default,
    drop constraint entry_event_id_key,
    add constraint entry_name unique (event_id, claimed_by);
alter table disclosure
    alter column claimed_by drop default,
    drop constraint disclosure_event_id_key,
    add constraint disclosure_name unique (event_id, claimed_by);
