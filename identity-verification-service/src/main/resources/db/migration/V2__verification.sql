-- Verifications and the mails they need. No code and no address stands here: a code is computed, an address is looked up.

create table verification (
    id            uuid        primary key,
    tenant        text        not null default current_setting('jikim.tenant'),
    ref           uuid        not null references person on delete cascade,
    address_index text        not null,
    state         text        not null check (state in ('PENDING', 'VERIFIED', 'LOCKED', 'EXPIRED')),
    sequence      int         not null,
    tries         int         not null check (tries between 0 and 5),
    started_at    timestamptz not null,
    expires_at    timestamptz not null,
    closed_at     timestamptz,
    check ((state = 'PENDING') = (closed_at is null))
);
create index verification_due on verification (expires_at) where state = 'PENDING';
create index verification_pending on verification (ref) where state = 'PENDING';
create index verification_address on verification (tenant, address_index, started_at);

create table mail (
    id              uuid        primary key,
    tenant          text        not null default current_setting('jikim.tenant'),
    verification_id uuid        not null references verification on delete cascade,
    ref             uuid        not null,
    address_index   text        not null,
    sequence        int         not null,
    state           text        not null default 'QUEUED' check (state in ('QUEUED', 'SENT', 'DROPPED')),
    why             text,
    attempts        int         not null default 0,
    due_at          timestamptz not null,
    leased_until    timestamptz not null default '-infinity',
    created_at      timestamptz not null,
    closed_at       timestamptz,
    unique (verification_id, sequence)
);
create index mail_due on mail (due_at) where state = 'QUEUED';
create index mail_address on mail (tenant, address_index, created_at);

do $$
declare
    app   text := current_database() || '_app';
    relay text := current_database() || '_relay';
    owned text;
begin
    foreach owned in array array['verification', 'mail'] loop
        execute format('alter table %I enable row level security', owned);
        execute format('create policy own_tenant on %I to %I using (tenant = current_setting(''jikim.tenant'', true))', owned, app);
        execute format('create policy every_tenant on %I for select to %I using (true)', owned, relay);
        execute format('grant select, insert, update, delete on %I to %I', owned, app);
        execute format('revoke all on %I from %I', owned, relay);
        execute format('grant select on %I to %I', owned, relay);
    end loop;
end $$;
