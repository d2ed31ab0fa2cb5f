-- Data keys, wrapped; a database of its own, so that its backups can be short-lived.
-- A service sees only the rows that it wrote itself.

create table subject_key (
  key_id       uuid primary key,
  owner        text not null default current_user,
  tenant       text not null,
  subject      uuid not null,
  key_class    text not null,
  expiry       text not null,
  kek          text not null,
  kek_epoch    int not null,
  wrapped_dek  bytea,
  commitment   bytea not null,   -- SHA-256 of wrapped_dek at creation: evidence that outlives the key
  canary       bytea not null,   -- a known text sealed under the key: shows that it opens no more
  state        text not null default 'ACTIVE' check (state in ('ACTIVE', 'SUSPENDED', 'DESTROYED')),
  created_at   timestamptz not null,
  suspended_at timestamptz,
  destroyed_at timestamptz,
  case_id      uuid,
  check ((state = 'DESTROYED') = (wrapped_dek is null)),
  check ((state = 'DESTROYED') = (destroyed_at is not null))
);
create unique index subject_key_living
  on subject_key (owner, tenant, subject, key_class, expiry) where state <> 'DESTROYED';
create index subject_key_gone
  on subject_key (owner, tenant, subject, case_id) where state = 'DESTROYED';

-- A subject that gets no new key: SUSPENDED until the erasure is decided, CLOSED for ever.
create table subject_freeze (
  owner   text not null default current_user,
  tenant  text not null,
  subject uuid not null,
  state   text not null check (state in ('SUSPENDED', 'CLOSED')),
  case_id uuid not null,
  at      timestamptz not null,
  primary key (owner, tenant, subject)
);

alter table subject_key enable row level security;
alter table subject_freeze enable row level security;
create policy own_rows on subject_key using (owner = current_user) with check (owner = current_user);
create policy own_rows on subject_freeze using (owner = current_user) with check (owner = current_user);

-- A tombstone is evidence: it stays, and it never becomes a key again.
revoke delete on subject_key from keys_consent, keys_identity, keys_audit, keys_retention;

create function keep_tombstone() returns trigger language plpgsql as $$
begin
  if old.state = 'DESTROYED' then
    raise exception 'A destroyed key stays destroyed';
  end if;
  if new.commitment <> old.commitment or new.key_id <> old.key_id then
    raise exception 'The evidence of a key does not change';
  end if;
  return new;
end $$;
create trigger keep_tombstone before update on subject_key
  for each row execute function keep_tombstone();
