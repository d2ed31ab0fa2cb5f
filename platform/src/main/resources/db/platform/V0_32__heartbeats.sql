-- How far this database has come in streams whose readers are told by heartbeats (docs/adr/024). `active_at` is the minute of the last
-- event, and null on topics without heartbeats: a change of it costs the index a new entry, once a minute and stream.
-- What was told before the readers counted is not counted, nor what was told before a pause of 90 days: up to `uncounted`, in the epoch
-- of that time.
alter table subject_stream
    add column active_at       timestamptz,
    add column uncounted_epoch int,
    add column uncounted       bigint;

update subject_stream set uncounted_epoch = epoch, uncounted = last_sequence where topic = 'jikim.access-records';

create index subject_stream_active on subject_stream (active_at) where active_at is not null;
