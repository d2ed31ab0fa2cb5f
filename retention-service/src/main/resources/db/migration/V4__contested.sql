-- An answer that is not what was ordered is an alarm, found by index.
alter table erasure add column contested boolean not null default false;
create index erasure_contested on erasure (id) where contested;

-- A participant that no longer takes part keeps its row: its key verifies what it says in cases that are open.
alter table participant add column retired_at timestamptz;
